/** What others need (`// indirect`) comes and goes with them. */
export function listGoMod(text: string): string[] {
  let isInBlock = false
  return text.split('\n').flatMap((raw) => {
    const line = raw.trim()
    if (/^require\s*\($/.test(line)) isInBlock = true
    else if (line === ')') isInBlock = false
    const [, name] = (isInBlock ? inBlock : alone).exec(line) ?? []
    return name === undefined || line.endsWith('// indirect') ? [] : [name]
  })
}

const alone = /^require\s+([^\s()]+)\s+v\S+/
const inBlock = /^([^\s()/][^\s()]*)\s+v\S+/

export function listGemfile(text: string): string[] {
  return firstMatches(
    text,
    /^\s*(?:gem|\w+\.add_(?:runtime_|development_)?dependency)[\s(]\s*["']([^"']+)["']/,
  )
}

/** `implementation("g:a:1")`, `testImplementation 'g:a:1'`, `api libs.okhttp`, `implementation(platform("g:a:1"))`. */
export function listGradle(text: string): string[] {
  return firstMatches(
    text,
    /^\s*(?:\w*(?:[iI]mplementation|[aA]pi|[cC]ompileOnly|[rR]untimeOnly|[pP]rocessor)|kapt|ksp|classpath)[\s(]\s*(?:(?:platform|enforcedPlatform)\s*\(\s*)?(?:["']([^"':]+:[^"':]+)[^"']*["']|(libs\.[\w.]+))/,
  )
}

function firstMatches(text: string, pattern: RegExp): string[] {
  return text.split('\n').flatMap((line) => {
    const [, name, other] = pattern.exec(line) ?? []
    return [name ?? other].filter((found) => found !== undefined)
  })
}

export function listMaven(text: string): string[] {
  const [, ...blocks] = text.split('<dependency>')
  return blocks.flatMap((block) => {
    const [dependency = ''] = block.split('</dependency>', 1)
    const group = between(dependency, '<groupId>', '</groupId>')
    const artifact = between(dependency, '<artifactId>', '</artifactId>')
    return artifact === undefined ? [] : [group === undefined ? artifact : `${group}:${artifact}`]
  })
}

function between(text: string, start: string, end: string): string | undefined {
  const from = text.indexOf(start)
  const to = text.indexOf(end, from)
  return from < 0 || to < 0 ? undefined : text.slice(from + start.length, to).trim()
}
