import { html } from '../../src/escape/html.ts'

test.each<[string, unknown, unknown]>([
  [
    'text',
    html`<p>${'<b> & "c" \'d\' `e`'}</p>`,
    '<p>&#60;b&#62; &#38; &#34;c&#34; &#39;d&#39; &#96;e&#96;</p>',
  ],
  ['markup inside markup', html`<p>${html`<b>${'<'}</b>`}</p>`, '<p><b>&#60;</b></p>'],
  ['lists', html`${['<', html`<i></i>`, 3]}`, '&#60;<i></i>3'],
  ['what is not there', html`[${undefined}${false}]`, '[]'],
  ['colours of a terminal', html`${'\u001b[31mred'}`, 'red'],
])('%s', (_, markup, expected) => {
  expect(String(markup)).toBe(expected)
})
