/** What kind of value a property holds. */
export type ValueKind = 'text' | 'number' | 'boolean' | 'date' | 'datetime';

const comparisons: Record<string, string> = { eq: '=', ne: '<>', lt: '<', le: '<=', ge: '>=', gt: '>' };
const withoutValue: Record<string, string> = { true: ' = TRUE', false: ' = FALSE', null: ' IS NULL', notnull: ' IS NOT NULL' };

/** Whether a condition with this operator takes a value. */
export function takesValue(operator: string): boolean {
  return !Object.hasOwn(withoutValue, operator);
}

/** Whether an operator says something about values of a kind. */
export function suits(operator: string, kind: ValueKind): boolean {
  if (operator === 'null' || operator === 'notnull') return true;
  if (operator === 'true' || operator === 'false') return kind === 'boolean';
  if (operator === 'contains' || operator === 'starts') return kind === 'text';
  return kind !== 'boolean' && (kind !== 'text' || operator === 'eq' || operator === 'ne');
}

/** A condition in CQL2 text; null when the value is none of its kind. */
export function condition(name: string, kind: ValueKind, operator: string, value: string): string | null {
  const property = `"${name.replaceAll('"', '""')}"`;
  if (!takesValue(operator)) return property + withoutValue[operator]!;
  if (operator === 'contains') return likeness(property, `%${pattern(value)}%`);
  if (operator === 'starts') return likeness(property, `${pattern(value)}%`);
  const written = literal(kind, value);
  return written === null ? null : `${property} ${comparisons[operator]!} ${written}`;
}

/** A filter with one more condition. */
export function joined(filter: string, added: string, word: string): string {
  return filter.trim() === '' ? added : `(${filter.trim()}) ${word} ${added}`;
}

function literal(kind: ValueKind, value: string): string | null {
  if (kind === 'number') return value.trim() !== '' && Number.isFinite(Number(value)) ? String(Number(value)) : null;
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? `DATE('${value}')` : null;
  if (kind === 'datetime') return instant(value);
  return quoted(value);
}

/** What a date and time field gives, which knows no zone, as an instant in UTC. */
function instant(value: string): string | null {
  const parts = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2})(:\d{2}(?:\.\d+)?)?$/.exec(value);
  return parts ? `TIMESTAMP('${parts[1]}${parts[2] ?? ':00'}Z')` : null;
}

/** Without regard to case and accents, as people search. */
function likeness(property: string, wanted: string): string {
  return `CASEI(ACCENTI(${property})) LIKE CASEI(ACCENTI(${quoted(wanted)}))`;
}

function pattern(value: string): string {
  return value.replace(/[\\%_]/g, (sign) => `\\${sign}`);
}

function quoted(value: string): string {
  return `'${value.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}
