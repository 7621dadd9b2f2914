import { type ExplainedCall, type Explanation, inTime } from "./explanation.ts";
import type { SystemTitle } from "./settings.ts";
import { type TimelineRow, timeline } from "./timeline.ts";

interface TimelineProps {
  readonly explanation: Explanation;
  readonly systems: readonly SystemTitle[];
}

/** The calls behind an answer by the path that asked for each, with bars from its start to its end. */
export function Timeline({ explanation, systems }: TimelineProps) {
  const titles = new Map(systems.map(({ name, title }) => [name, title]));
  return (
    <section className="tributary-panel" aria-label="Calls">
      <ol className="tributary-timeline">
        {timeline(explanation.calls).map((row) => (
          <Row key={row.key} row={row} title={titles.get(row.call.system) ?? row.call.system} />
        ))}
      </ol>
    </section>
  );
}

function Row({ row, title }: { readonly row: TimelineRow; readonly title: string }) {
  const { call, count, path, startPercent, waitPercent, widthPercent } = row;
  const state = call.code ? "failed" : call.attempts > 0 ? "sent" : "kept";
  return (
    <li>
      <div className="tributary-asked">
        <span>{path || "before any field"}</span>
        <small>
          {title} {call.endpoint}
          {count > 1 && ` × ${count}`} · {answerOf(call)}
        </small>
      </div>
      <div className="tributary-lane" title={timesOf(call)}>
        <span
          className={`tributary-call ${state}`}
          style={{ marginLeft: `${startPercent}%`, width: `${widthPercent}%` }}
        >
          <span className="tributary-wait" style={{ width: `${waitPercent}%` }} />
        </span>
      </div>
    </li>
  );
}

const words: Readonly<Record<ExplainedCall["answeredBy"], string>> = {
  network: "sent",
  coalesced: "joined an equal one",
  fresh: "kept",
  stale: "kept, being read again",
  sideLoaded: "came along",
};

function answerOf({ ageMs, answeredBy, attempts, code, durationMs }: ExplainedCall): string {
  const how = attempts > 1 ? `${words[answeredBy]}, ${attempts} attempts` : words[answeredBy];
  if (code) return `${how} · ${code}`;
  if (attempts > 0) return `${how} · ${inTime(durationMs)}`;
  return ageMs > 0 ? `${how} · ${inTime(ageMs)} old` : how;
}

const timesOf = ({ budgetWaitMs, durationMs, startMs }: ExplainedCall): string =>
  `from ${inTime(startMs)} for ${inTime(durationMs)}${budgetWaitMs > 0 ? `, of which ${inTime(budgetWaitMs)} waiting for the rate limit` : ""}`;
