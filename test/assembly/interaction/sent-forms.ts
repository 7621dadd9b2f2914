import type { ReceivedForm } from "../../../src/sandbox/form.ts";
import type { Sandbox } from "../../support/sandbox.ts";

/** A form as Assembly received it. */
export interface SentForm {
  readonly row: string | undefined;
  readonly status: number | string;
  /** Whether it took effect. */
  readonly applied: boolean;
  readonly fields: Readonly<Record<string, string>>;
  readonly files: ReceivedForm["files"];
}

/** The forms that Assembly received, in order. */
export const sentForms = ({ assembly }: Pick<Sandbox, "assembly">): SentForm[] =>
  assembly.journal.map(({ applied = false, body, row, status }) => {
    const { files, texts }: ReceivedForm = JSON.parse(body);
    const fields = Object.fromEntries(texts.map(({ field, value }) => [field, value]));
    return { row, status, applied, fields, files };
  });
