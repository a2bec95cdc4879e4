import fc from 'fast-check'
import { isManifest } from '../../../src/index.ts'
import { listDependencies } from '../../../src/status/review/manifests.ts'
import { hostile } from '../../hostile.ts'

test.each<[string, boolean]>([
  ['package.json', true],
  ['a/b/package.json', true],
  ['pyproject.toml', true],
  ['requirements.txt', true],
  ['requirements-dev.txt', true],
  ['go.mod', true],
  ['Cargo.toml', true],
  ['Gemfile', true],
  ['shop.gemspec', true],
  ['pom.xml', true],
  ['app/build.gradle', true],
  ['app/build.gradle.kts', true],
  ['gradle/libs.versions.toml', true],
  ['package-lock.json', false],
  ['my-package.json', false],
  ['Cargo.lock', false],
  ['requirements/README.txt', false],
])('%s: %s', (path, expected) => {
  expect(isManifest(path)).toBe(expected)
})

const cases: readonly (readonly [string, string, string, readonly string[]])[] = [
  [
    'all four sections',
    'package.json',
    '{"dependencies":{"a":"1"},"devDependencies":{"b":"1"},"peerDependencies":{"c":"1"},"optionalDependencies":{"d":"1"},"scripts":{"e":"1"}}',
    ['a', 'b', 'c', 'd'],
  ],
  ['a name like a trap', 'package.json', '{"dependencies":{"__proto__":"1"}}', ['__proto__']],
  ['sections of another kind', 'package.json', '{"dependencies":["a"],"devDependencies":"b"}', []],
  ['JSON that is broken', 'package.json', '{"dependencies":{"a"', []],
  ['JSON of another kind', 'package.json', 'null', []],
  [
    'requirements',
    'requirements.txt',
    '# x\n-r other.txt\nFlask_Login[async]>=1 # y\n\nrequests==2 ; python_version > "3"\ngit+https://example.org/a.git#egg=Tool\n-e .\nlib @ https://example.org/lib.whl\nhttps://example.org/b.whl',
    ['flask-login', 'requests', 'tool', 'lib', 'https://example.org/b.whl'],
  ],
  [
    'a project by the standard',
    'pyproject.toml',
    `[build-system]
requires = ["hatchling"]
[project]
name = "shop"
keywords = ["web"]
dependencies = [
  # "old",
  "uvicorn[standard]>=1", # see [1]
  'Zope.Interface',
]
[project.optional-dependencies]
dev = ["pytest"]
[dependency-groups]
lint = [{include-group = "dev"}, "ruff"]
[tool.uv]
dev-dependencies = ["mypy"]
[tool.other]
dependencies = ["no"]
`,
    ['hatchling', 'uvicorn', 'zope-interface', 'pytest', 'ruff', 'mypy'],
  ],
  [
    'a project of Poetry',
    'pyproject.toml',
    `[tool.poetry]
name = "shop"
[tool.poetry.dependencies]
python = "^3.12"
requests = "^2"
httpx = { version = "1", extras = [
  "http2",
] }
[tool.poetry.group.dev.dependencies]
pytest = "*"
`,
    ['requests', 'httpx', 'pytest'],
  ],
  [
    'go.mod',
    'go.mod',
    'module x.org/shop\n\ngo 1.24\n\nrequire x.org/a v1.0.0\n\nrequire (\n\t// no\n\tx.org/b/v2 v2.1.0\n\tx.org/c v1.0.0 // indirect\n)\n\nreplace (\n\tx.org/d v1.0.0 => ../d\n)\n',
    ['x.org/a', 'x.org/b/v2'],
  ],
  [
    'Cargo.toml',
    'Cargo.toml',
    `[package]
name = "shop"
[dependencies]
serde = { version = "1", features = ["derive"] }
tokio.workspace = true
# no = "1"
[dev-dependencies.proptest]
version = "1"
[target.'cfg(windows)'.dependencies]
windows = "0.5"
[workspace.dependencies]
anyhow = "1"
[features]
default = ["x"]
`,
    ['serde', 'tokio', 'proptest', 'windows', 'anyhow'],
  ],
  [
    'a Gemfile',
    'Gemfile',
    'source "https://example.org"\ngem "rails", "~> 8"\n  gem(\'puma\')\n# gem "no"\n',
    ['rails', 'puma'],
  ],
  [
    'a gemspec',
    'shop.gemspec',
    "Gem::Specification.new do |s|\n  s.add_dependency 'rack'\n  s.add_development_dependency('rspec')\nend",
    ['rack', 'rspec'],
  ],
  [
    'Maven',
    'pom.xml',
    '<project><groupId>x</groupId><dependencies><dependency>\n<groupId>org.x</groupId>\n<artifactId>a</artifactId></dependency><dependency><artifactId>b</artifactId></dependency></dependencies></project>',
    ['org.x:a', 'b'],
  ],
  [
    'Gradle',
    'build.gradle.kts',
    'plugins { id("java") }\ndependencies {\n  implementation("org.x:a:1.0")\n  testImplementation \'org.x:b\'\n  api(libs.okhttp.core)\n  implementation(platform("org.x:bom:1"))\n  implementation(project(":core"))\n}\n',
    ['org.x:a', 'org.x:b', 'libs.okhttp.core', 'org.x:bom'],
  ],
  [
    'a catalog of Gradle',
    'gradle/libs.versions.toml',
    '[versions]\nx = "1"\n[libraries]\nokhttp = { module = "a:b", version.ref = "x" }\n',
    ['okhttp'],
  ],
  ['another file', 'README.md', 'gem "rails"', []],
]

test.each(cases)('%s', (_, path, text, expected) => {
  expect(listDependencies(path, text)).toEqual(expected)
})

test('nothing makes it fail or hang', () => {
  const paths = [...new Set(cases.map(([, path]) => path))]
  fc.assert(
    fc.property(fc.constantFrom(...paths), hostile, (path, text) => {
      expect(listDependencies(path, `${text}\n`.repeat(50))).toBeInstanceOf(Array)
    }),
  )
  for (const path of paths) {
    for (const piece of ['<dependency>', '"', '[', ' ', 'a = [', 'gem ', 'api(', 'require ']) {
      const start = performance.now()
      listDependencies(path, piece.repeat(50_000))
      expect(performance.now() - start).toBeLessThan(2_000)
    }
  }
})
