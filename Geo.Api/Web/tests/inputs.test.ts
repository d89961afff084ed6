import { expect, test } from 'vitest';
import { InputFault, inputsOf, type InputField } from '../src/pages/inputs';

const field = (kind: InputField['kind'], text: string, many = false): InputField => ({ name: 'x', kind, text, many });

test('each kind of field becomes JSON of its kind', () => {
  expect(inputsOf([field('text', '12')])).toEqual({ x: '12' });
  expect(inputsOf([field('number', '-105.5')])).toEqual({ x: -105.5 });
  expect(inputsOf([field('boolean', 'false')])).toEqual({ x: false });
  expect(inputsOf([field('box', '105.5, 9.2,106.4,9.98')])).toEqual({ x: { bbox: [105.5, 9.2, 106.4, 9.98] } });
  expect(inputsOf([field('json', '[1, 2]')])).toEqual({ x: [1, 2] });
});

test('an identifier and a document are told apart by their first sign', () => {
  expect(inputsOf([field('mixed', 'districts')])).toEqual({ x: 'districts' });
  expect(inputsOf([field('mixed', ' {"type": "Feature"}')])).toEqual({ x: { type: 'Feature' } });
});

test('what is left empty is left out, and lines are values where there may be several', () => {
  expect(inputsOf([field('number', ' ')])).toEqual({});
  expect(inputsOf([field('number', '1\n\n2\r\n3', true)])).toEqual({ x: [1, 2, 3] });
});

test.each([field('number', 'many'), field('box', '1,2,,4'), field('json', '{')])('a text that is none of its kind names its field', (wrong) => {
  expect(() => inputsOf([wrong])).toThrow(InputFault);
});
