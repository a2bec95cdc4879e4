/** A line a requirement; options, comments and other files are passed over. */
export function listRequirements(text: string): string[] {
  return text.split('\n').flatMap((line) => {
    const requirement = line.replace(/(?:^|\s)#(?!egg=).*$/, '').trim()
    const [, egg] = /#egg=([\w.-]+)/.exec(requirement) ?? []
    if (egg !== undefined) return [normalize(egg)]
    return requirement === '' || requirement.startsWith('-') ? [] : nameOfRequirement(requirement)
  })
}

/** `Flask-Login[x] >= 1 ; python_version > "3"` → `flask-login`; an address is a name by itself. */
export function nameOfRequirement(requirement: string): string[] {
  if (/^[a-z+]+:\/\//i.test(requirement)) return [requirement]
  const [, name] = /^([A-Za-z0-9][\w.-]*)/.exec(requirement) ?? []
  return name === undefined ? [] : [normalize(name)]
}

/** `Foo_bar` and `foo-bar` are one package. */
export function normalize(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, '-')
}
