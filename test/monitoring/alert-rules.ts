/** One alert rule of Prometheus. */
export interface AlertRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly severity: string;
  readonly summary: string;
  readonly description: string;
  /** File and heading that say what to do. */
  readonly runbook: string;
}

const head = ["groups:", "  - name: tributary", "    rules:"];

/** The lines of a rule, in their order. Texts are quoted, so that no character in them means anything to YAML. */
const lines = [
  ["alert", /^ {6}- alert: (\w+)$/],
  ["expr", /^ {8}expr: '([^']+)'$/],
  ["for", /^ {8}for: '(\d+m)'$/],
  [undefined, /^ {8}labels:$/],
  ["severity", /^ {10}severity: '(page|ticket)'$/],
  [undefined, /^ {8}annotations:$/],
  ["summary", /^ {10}summary: '([^']+\.)'$/],
  ["description", /^ {10}description: '([^']+\.)'$/],
  ["runbook", /^ {10}runbook: '([^']+)'$/],
] as const;

/**
 * Reads alert rules in the one form that those of this repository have.
 * @throws Error that tells the line which has another form.
 */
export function readAlertRules(yaml: string): readonly AlertRule[] {
  const rest = yaml.trimEnd().split("\n");
  while (rest[0]?.startsWith("#")) rest.shift();
  for (const line of head) if (rest.shift() !== line) throw new Error(`"${line}" is missing.`);
  const rules: AlertRule[] = [];
  while (rest.length > 0) {
    const parts = lines.map(([name, form]) => {
      const line = rest.shift() ?? "";
      const match = form.exec(line);
      if (!match) throw new Error(`"${line}" is not of the form ${form}.`);
      return [name, match[1]] as const;
    });
    rules.push(Object.fromEntries(parts.filter(([name]) => name !== undefined)) as unknown as AlertRule);
  }
  return rules;
}
