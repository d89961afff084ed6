import { condition, joined, suits, takesValue, type ValueKind } from './cql2';

const inputTypes: Record<ValueKind, string> = { text: 'text', boolean: 'text', number: 'number', date: 'date', datetime: 'datetime-local' };

/** Lets a reader put conditions into the filter of a form by choosing property, operator and value. */
export function offerConditions(builder: HTMLElement): void {
  const part = <E extends Element>(name: string): E => builder.querySelector<E>(`[data-${name}]`)!;
  const [property, operator, join] = [part<HTMLSelectElement>('property'), part<HTMLSelectElement>('operator'), part<HTMLSelectElement>('join')];
  const value = part<HTMLInputElement>('value');
  const filter = builder.closest('form')!.querySelector<HTMLTextAreaElement>('[name=filter]')!;
  const kind = (): ValueKind => property.selectedOptions[0]!.dataset['kind'] as ValueKind;

  const adapt = (): void => {
    for (const option of operator.options) option.hidden = option.disabled = !suits(option.value, kind());
    if (operator.selectedOptions[0]?.disabled !== false) operator.value = [...operator.options].find((o) => !o.disabled)!.value;
    value.type = inputTypes[kind()];
    value.step = kind() === 'datetime' ? '1' : 'any';
    value.closest('label')!.hidden = !takesValue(operator.value);
  };
  const add = (): boolean => {
    const written = takesValue(operator.value) && value.value === '' ? null : condition(property.value, kind(), operator.value, value.value);
    if (written === null) return false;
    filter.value = joined(filter.value, written, join.value);
    value.value = '';
    return true;
  };

  property.addEventListener('change', adapt);
  operator.addEventListener('change', adapt);
  part<HTMLButtonElement>('add').addEventListener('click', () => {
    if (!add()) value.focus();
  });
  // A condition that was typed but not added yet is meant all the same.
  builder.closest('form')!.addEventListener('submit', () => {
    if (takesValue(operator.value)) add();
  });
  adapt();
  builder.hidden = false;
}
