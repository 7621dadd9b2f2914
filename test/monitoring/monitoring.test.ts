import { existsSync, readFileSync } from "node:fs";
import { ApolloServerErrorCode } from "@apollo/server/errors";
import { describe, expect, test } from "vitest";
import { errorCodes } from "../../src/errors.ts";
import { type MetricDefinition, metricDefinitions } from "../../src/observation/metrics/definitions.ts";
import { readAlertRules } from "./alert-rules.ts";
import { metricsIn } from "./promql.ts";

const textOf = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), "utf8");

interface Panel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly datasource?: object;
  readonly gridPos: { readonly h: number; readonly w: number; readonly x: number; readonly y: number };
  readonly targets?: readonly { readonly expr: string; readonly legendFormat: string; datasource: object }[];
}

const dashboard = JSON.parse(textOf("monitoring/grafana-dashboard.json"));
const panels: readonly Panel[] = dashboard.panels;
const rules = readAlertRules(textOf("monitoring/alerts.yaml"));

/** Labels that Prometheus itself puts on every series that it scrapes. */
const ofPrometheus = ["job", "instance"];
const definitions: Readonly<Record<string, MetricDefinition>> = metricDefinitions;

/** The labels that a series of this name has; undefined where there is no such series. */
function labelsOf(series: string): readonly string[] | undefined {
  if (series === "up") return ofPrometheus;
  const own = definitions[series];
  if (own && own.type !== "histogram") return [...ofPrometheus, ...own.labels];
  const [, name = "", part] = /^(.*)_(bucket|sum|count)$/.exec(series) ?? [];
  const whole = definitions[name];
  if (whole?.type !== "histogram") return undefined;
  return [...ofPrometheus, ...whole.labels, ...(part === "bucket" ? ["le"] : [])];
}

/** Whatever an expression names that does not exist. */
const unknownIn = (expression: string): readonly string[] =>
  metricsIn(expression).flatMap(({ labels, name }) => {
    const known = labelsOf(name);
    if (!known) return [name];
    return labels.filter((label) => !known.includes(label)).map((label) => `${name}{${label}}`);
  });

const codes = Object.keys(errorCodes);

/** Values of labels that an expression may ask for; any of the others. */
const valuesOf: Readonly<Record<string, readonly string[]>> = {
  outcome: ["ok", "partial", "failed", "refused"],
  code: [...codes, ...Object.values(ApolloServerErrorCode)],
  reason: codes.map((code) => code.toLowerCase()),
  result: ["hit", "miss", "shared"],
  quantile: ["0.5", "0.99", "1"],
};

/** Values that an expression asks for and no series has: one that compares with them is never true. */
const unknownValuesIn = (expression: string): readonly string[] =>
  [...expression.matchAll(/(\w+)(?:=~|!~|!=|=)"([^"]*)"/g)].flatMap(([, label = "", asked = ""]) =>
    asked
      .split("|")
      .filter((one) => valuesOf[label]?.every((value) => !new RegExp(`^(${one})$`).test(value))),
  );

const expressions = [
  ...panels.flatMap(({ targets = [], title }) => targets.map(({ expr }) => [title, expr] as const)),
  ...rules.map(({ alert, expr }) => [alert, expr] as const),
];

describe("the expressions of dashboard and alert rules", () => {
  test.each(expressions)("%s names metrics and labels that exist", (_, expression) => {
    expect(metricsIn(expression)).not.toEqual([]);
    expect(unknownIn(expression)).toEqual([]);
    expect(unknownValuesIn(expression)).toEqual([]);
  });

  test("parentheses and braces are closed", () => {
    const count = (text: string, sign: string) => text.split(sign).length;
    for (const [open, shut] of ["()", "{}", "[]"].map((pair) => [...pair])) {
      const wrong = expressions.filter(([, text]) => count(text, open ?? "") !== count(text, shut ?? ""));
      expect(wrong).toEqual([]);
    }
  });

  test("each metric is on the dashboard or in an alert", () => {
    const used = new Set(expressions.flatMap(([, text]) => metricsIn(text).map(({ name }) => name)));
    const isUsed = (name: string) => ["", "_bucket"].some((ending) => used.has(name + ending));
    expect(Object.keys(definitions).filter((name) => !isUsed(name))).toEqual([]);
  });

  test("a name or label that does not exist is found", () => {
    expect(unknownIn('sum by (client, zone) (rate(tributary_operations_total{outcome="ok"}[5m]))')).toEqual([
      "tributary_operations_total{zone}",
    ]);
    expect(unknownIn('rate(tributary_operation_total[5m]) > 1 and up{job="a}(b"} == 0')).toEqual([
      "tributary_operation_total",
    ]);
    expect(unknownIn("tributary_operation_duration_seconds")).toEqual([
      "tributary_operation_duration_seconds",
    ]);
    expect(unknownIn('tributary_ready{system=~"a.*"}')).toEqual(["tributary_ready{system}"]);
    expect(unknownValuesIn('a{outcome=~"ok|fine",system="a",code=~"UPSTREAM_.+|SHED_.+"}')).toEqual([
      "fine",
      "SHED_.+",
    ]);
  });
});

describe("the dashboard", () => {
  test("can be imported into any Grafana from 10 on: its data source is a variable", () => {
    expect(dashboard).toMatchObject({ title: "Tributary", uid: "tributary", schemaVersion: 38 });
    expect(dashboard.id).toBe(undefined);
    expect(dashboard.templating.list[0]).toMatchObject({ name: "datasource", type: "datasource" });
    const source = { type: "prometheus", uid: "$" + "{datasource}" };
    for (const { datasource, targets = [], type } of panels.filter(({ type }) => type !== "row")) {
      expect(["timeseries", "stat"]).toContain(type);
      expect(datasource).toEqual(source);
      for (const target of targets) expect(target.datasource).toEqual(source);
    }
  });

  test("its panels have ids of their own and lie beside each other", () => {
    expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
    const taken = new Set<string>();
    for (const { gridPos, title } of panels) {
      for (let x = gridPos.x; x < gridPos.x + gridPos.w; x += 1) {
        for (let y = gridPos.y; y < gridPos.y + gridPos.h; y += 1) {
          expect([title, x < 24, taken.has(`${x} ${y}`)]).toEqual([title, true, false]);
          taken.add(`${x} ${y}`);
        }
      }
    }
  });
});

/** The anchor that GitHub makes of a heading. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, "")
    .replaceAll(" ", "-");

describe("the alert rules", () => {
  test("are named once each, and each says what to do at a heading that exists", () => {
    expect(new Set(rules.map(({ alert }) => alert)).size).toBe(rules.length);
    for (const { alert, runbook } of rules) {
      const [file = "", anchor] = runbook.split("#");
      expect([alert, existsSync(new URL(`../../${file}`, import.meta.url))]).toEqual([alert, true]);
      const headings = [...textOf(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) => anchorOf(heading));
      expect(headings, alert).toContain(anchor);
    }
  });

  test("name labels in their texts that the metric of their expression has", () => {
    for (const { alert, description, expr, summary } of rules) {
      const told = [...`${summary} ${description}`.matchAll(/\$labels\.(\w+)/g)].map(
        ([, label = ""]) => label,
      );
      const [first] = metricsIn(expr);
      const known = labelsOf(first?.name ?? "") ?? [];
      expect([alert, told.filter((label) => !known.includes(label))]).toEqual([alert, []]);
    }
  });

  test("stand in docs/production.md, all of them", () => {
    const [, section = ""] = textOf("docs/production.md").split("\n## Metrics and alerts\n");
    const documented = [...(section.split("\n## ")[0] ?? "").matchAll(/^\| `(\w+)` \|/gm)].map(
      ([, name]) => name,
    );
    expect(documented).toEqual(rules.map(({ alert }) => alert));
  });
});
