import type { CompiledField, Compiler, Step } from "./compiler.ts";

/** Fields that stand beside each other and are read from their object alone: their JSON goes with it. */
export interface RowPart extends Step {
  readonly execute: (...args: Parameters<Step["execute"]>) => string;
  known(source: unknown): string | undefined;
}

/** Puts such fields together. */
export function rowPart(compiler: Pick<Compiler, "rowTexts">, fields: readonly CompiledField[]): RowPart {
  const texts = compiler.rowTexts.open();
  const labels = fields.map(({ label }, at) => (at === 0 ? label : `,${label}`));
  return {
    label: "",
    known: texts.of,
    execute(execution, source, parent) {
      const known = texts.of(source);
      if (known !== undefined) return known;
      const failuresBefore = execution.failures;
      let text = "";
      for (let at = 0; at < fields.length; at += 1) {
        text += labels[at];
        text += fields[at]?.execute(execution, source, parent) ?? "null";
      }
      if (execution.failures === failuresBefore) texts.keep(source, text);
      return text;
    },
  };
}
