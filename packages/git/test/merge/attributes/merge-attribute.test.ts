import { toMergeAttribute } from '../../../src/merge/attributes/merge-attribute.ts'

describe('the merge attribute', () => {
  const cases = [
    { value: 'unspecified', attribute: undefined },
    { value: 'set', attribute: undefined },
    { value: 'text', attribute: undefined },
    { value: 'unset', attribute: { is: 'whole' } },
    { value: 'binary', attribute: { is: 'whole' } },
    { value: 'union', attribute: { is: 'union' } },
    { value: 'ours', attribute: { is: 'driver', name: 'ours' } },
  ]
  test.each(cases)('$value', ({ value, attribute }) => {
    expect(toMergeAttribute(value)).toEqual(attribute)
  })
})
