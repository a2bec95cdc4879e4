import fc from 'fast-check'

/** Pieces of text that mean something to one of the languages that a report is written in. */
const pieces = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '</title>',
  '</style>',
  '</details>',
  '-->',
  '"',
  "'",
  '`',
  '```',
  '|',
  '\\',
  '\n',
  '\r\n',
  '\u2028',
  '\n\n# heading\n',
  '%%{init: {}}%%',
  '"]; click n1 "javascript:alert(1)',
  'end',
  'gantt',
  'section x',
  '#quot;',
  '&lt;',
  '@octocat',
  'fixes #1',
  'closes GH-2',
  'https://example.org/o/r/issues/1',
  '\u001b[31m',
  '\u001b]8;;http://example.org\u0007',
  '\u0000',
  '\u202e',
  '\u{e0041}',
  '\ud800',
  '中文',
  ':done, 0, 1',
]

export const hostile = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    minLength: 1,
    maxLength: 6,
  })
  .map((parts) => parts.join(''))
