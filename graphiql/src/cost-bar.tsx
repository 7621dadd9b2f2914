import { pick, useGraphiQL } from "@graphiql/react";
import { useState, useSyncExternalStore } from "react";
import type { Cost, Costs, Known } from "./costs.ts";
import { costLine } from "./explanation.ts";
import { operationAt, planRows } from "./plan.ts";
import type { Settings, SystemTitle } from "./settings.ts";
import { Timeline } from "./timeline-view.tsx";

/** The switch of `X-Explain: 1`. */
export interface ExplainSwitch {
  isOn(): boolean;
  turn(on: boolean): void;
}

/** An operation to be planned, as the editors hold it. */
export interface PlanRequest {
  readonly query: string;
  /** The operation under the cursor, which the keyboard would run, or else the one that was run last. */
  readonly operationName: string | undefined;
  /** JSON text; empty where there are none. */
  readonly variables: string;
  /** JSON text; empty where there are none. */
  readonly headers: string;
}

interface CostBarProps {
  readonly settings: Settings;
  readonly costs: Costs;
  readonly explain: ExplainSwitch;
  readonly plan: (asked: PlanRequest) => Promise<void>;
}

/** The bar under the answer: the switch, the plan, the line of costs and, opened, the timeline of the calls. */
export function CostBar({ settings, costs, explain, plan }: CostBarProps) {
  const { tabs, activeTabIndex, operations, operationName, ...editors } = useGraphiQL(
    pick(
      "tabs",
      "activeTabIndex",
      "operations",
      "operationName",
      "queryEditor",
      "variableEditor",
      "headerEditor",
    ),
  );
  const { queryEditor, variableEditor, headerEditor } = editors;
  const query = tabs[activeTabIndex]?.query ?? "";
  const known = useSyncExternalStore(costs.subscribe, () => costs.of(query));
  const [isOn, setOn] = useState(explain.isOn);
  const [isOpen, setOpen] = useState(false);
  const onPlan = () => {
    const cursor = queryEditor?.getPosition();
    const offset = cursor && queryEditor?.getModel()?.getOffsetAt(cursor);
    return plan({
      query: queryEditor?.getValue() ?? query,
      operationName: operationAt(operations, offset) ?? operationName,
      variables: variableEditor?.getValue() ?? "",
      headers: headerEditor?.getValue() ?? "",
    });
  };
  return (
    <div className="tributary-costs">
      <div className="tributary-bar">
        <label className="tributary-switch" title="Send X-Explain: 1, and show the calls behind the answer">
          <input
            type="checkbox"
            role="switch"
            checked={isOn}
            aria-checked={isOn}
            onChange={({ target }) => {
              explain.turn(target.checked);
              setOn(target.checked);
            }}
          />
          <span>Explain</span>
        </label>
        <button
          type="button"
          className="tributary-button"
          title="Send X-Explain: plan: what the operation would cost, without running it"
          onClick={onPlan}
        >
          Plan
        </button>
        <Line known={known} systems={settings.systems} isOpen={isOpen} onToggle={() => setOpen(!isOpen)} />
      </div>
      {known.plan ? (
        <PlanView known={known} systems={settings.systems} onClose={() => costs.closed(query)} />
      ) : (
        isOpen && known.cost && <Timeline explanation={known.cost.explanation} systems={settings.systems} />
      )}
    </div>
  );
}

interface LineProps {
  readonly known: Known;
  readonly systems: readonly SystemTitle[];
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function Line({ known: { cost, plan }, systems, isOpen, onToggle }: LineProps) {
  if (!cost || plan) return null;
  const text = lineOf(cost, systems);
  if (cost.explanation.calls.length === 0) return <output className="tributary-line">{text}</output>;
  return (
    <output className="tributary-line">
      <button
        type="button"
        aria-expanded={isOpen}
        title={isOpen ? "Hide the calls" : "Show the calls by path"}
        onClick={onToggle}
      >
        {isOpen ? "▾" : "▸"} {text}
      </button>
    </output>
  );
}

const lineOf = ({ explanation, tookMs }: Cost, systems: readonly SystemTitle[]): string =>
  costLine(explanation, systems, tookMs);

interface PlanViewProps {
  readonly known: Known;
  readonly systems: readonly SystemTitle[];
  readonly onClose: () => void;
}

function PlanView({ known: { cost, plan }, systems, onClose }: PlanViewProps) {
  return (
    <section className="tributary-panel" aria-label="Plan">
      <button type="button" className="tributary-close" aria-label="Close the plan" onClick={onClose}>
        ✕
      </button>
      {plan && "expected" in plan ? (
        <table>
          <thead>
            <tr>
              <th scope="col">Plan, nothing was run</th>
              <th scope="col">Calls</th>
              <th scope="col">Wait for the rate limit</th>
            </tr>
          </thead>
          <tbody>
            {planRows(plan.expected, systems).map(({ title, calls, wait }) => (
              <tr key={title}>
                <th scope="row">{title}</th>
                <td>{calls}</td>
                <td>{wait}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{plan?.refused}</p>
      )}
      <p className="tributary-last">
        {cost ? `Last run: ${lineOf(cost, systems)}` : "Not run with Explain on since this page was opened."}
      </p>
    </section>
  );
}
