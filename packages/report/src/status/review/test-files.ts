/** Does the path look like a test, in the habits of the common languages? */
export function isTest(path: string): boolean {
  const folders = path.split('/')
  const file = folders.pop() ?? ''
  return folders.some((folder) => testFolders.has(folder.toLowerCase())) || testName.test(file)
}

const testFolders = new Set(['test', 'tests', '__tests__', '__snapshots__', 'e2e', 'cypress'])

const testName = new RegExp(
  [
    // JavaScript, Dart and the like: a.test.ts, a.spec.js, a.cy.ts
    String.raw`\.(?:test|spec|cy|e2e)\.[A-Za-z]+$`,
    // Go, Python, Ruby, Rust, Elixir, C: a_test.go, a_spec.rb, test_a.py
    String.raw`_(?:test|tests|spec|unittest)\.[A-Za-z]+$`,
    String.raw`^(?:test_.+|tests|conftest)\.(?:py|rs|rb|c|cc|cpp|exs)$`,
    // Java, Kotlin, Scala, C#, PHP, Swift: ATest.java, ASpec.scala
    String.raw`(?:Test|Tests|TestCase|Spec|IT)\.(?:java|kt|kts|scala|groovy|cs|fs|vb|php|swift|m|hs)$`,
    // Gherkin
    String.raw`\.feature$`,
  ].join('|'),
)
