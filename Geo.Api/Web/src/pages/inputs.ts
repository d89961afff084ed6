/** How the text of a field becomes an input of a process. */
export type InputKind = 'text' | 'number' | 'boolean' | 'box' | 'json' | 'mixed';

/** A field of the form of a process. */
export interface InputField {
  name: string;
  kind: InputKind;
  /** Whether each line is a value of its own. */
  many: boolean;
  text: string;
}

/** The inputs of an execution request: fields left empty are left out. Fails with the field whose text is none of its kind. */
export function inputsOf(fields: InputField[]): Record<string, unknown> {
  const given = fields.filter((field) => field.text.trim() !== '');
  return Object.fromEntries(given.map((field) => [field.name, field.many ? lines(field.text).map((line) => valueOf(field, line)) : valueOf(field, field.text)]));
}

/** A text that is none of the kind its field takes. */
export class InputFault extends Error {
  constructor(
    /** Name of the field. */
    readonly field: string,
    message: string,
  ) {
    super(message);
  }
}

function valueOf({ name, kind }: InputField, text: string): unknown {
  if (kind === 'number') return numberOf(name, text);
  if (kind === 'boolean') return text === 'true';
  if (kind === 'box') return { bbox: text.split(',').map((part) => numberOf(name, part)) };
  if (kind === 'json' || (kind === 'mixed' && /^\s*[{[]/.test(text))) return parsed(name, text);
  return text;
}

function numberOf(name: string, text: string): number {
  const number = text.trim() === '' ? NaN : Number(text);
  if (!Number.isFinite(number)) throw new InputFault(name, text);
  return number;
}

function parsed(name: string, text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (fault) {
    throw new InputFault(name, fault instanceof Error ? fault.message : text);
  }
}

function lines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '');
}
