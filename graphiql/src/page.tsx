import { HISTORY_PLUGIN } from "@graphiql/plugin-history";
import { pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import { GraphiQL } from "graphiql";
import { parse } from "jsonc-parser";
import { useEffect } from "react";
import { CostBar, type ExplainSwitch, type PlanRequest } from "./cost-bar.tsx";
import type { Costs } from "./costs.ts";
import { examplesPlugin } from "./examples.tsx";
import type { Explanation } from "./explanation.ts";
import type { Plan } from "./plan.ts";
import { apart, type Parameters, send } from "./send.ts";
import type { Settings } from "./settings.ts";
import type { SharedOperation } from "./share.ts";
import { ShareButton } from "./share-button.tsx";
import { storageWithoutHeaders } from "./storage.ts";

type Headers = Readonly<Record<string, string>>;

/** The parts of the page. */
export interface PageParts {
  readonly settings: Settings;
  readonly costs: Costs;
  readonly explain: ExplainSwitch;
  /** The operation that it opens with. */
  readonly opened: SharedOperation;
  /** Whether the pane of examples is shown. */
  readonly showsExamples: boolean;
}

/** GraphiQL with examples, sharing and the costs of operations. */
export function createPage({ settings, costs, explain, opened, showsExamples }: PageParts) {
  const { endpoint, examples, mayExplain } = settings;

  const fetcher = async (parameters: Parameters, { headers = {} }: { headers?: Headers } = {}) => {
    const explains = mayExplain && explain.isOn() && parameters.operationName !== "IntrospectionQuery";
    const startedAtMs = performance.now();
    const answer = await send(endpoint, parameters, explains ? { ...headers, "x-explain": "1" } : headers);
    const tookMs = performance.now() - startedAtMs;
    const { plain, upstream } = apart(answer);
    if (parameters.operationName !== "IntrospectionQuery") {
      costs.ran(parameters.query, upstream ? { explanation: upstream as Explanation, tookMs } : undefined);
    }
    return plain as never;
  };

  const plan = async ({ headers, operationName, query, variables }: PlanRequest): Promise<void> => {
    try {
      const own = { ...parse(headers), "x-explain": "plan" };
      const answer = await send(endpoint, { query, operationName, variables: parse(variables) }, own);
      const { upstream } = apart(answer);
      const { plan: expected } = (upstream ?? {}) as { readonly plan?: Plan };
      const refused = answer.errors?.[0]?.message ?? "There is no plan for this operation.";
      costs.planned(query, expected ? { expected } : { refused });
    } catch (error) {
      costs.planned(query, { refused: error instanceof Error ? error.message : "No answer came." });
    }
  };

  const examplesPane = examplesPlugin(examples);
  const plugins = [examplesPane, HISTORY_PLUGIN];
  const storage = storageWithoutHeaders(localStorage);
  return function Page() {
    return (
      <GraphiQL
        fetcher={fetcher}
        storage={storage}
        plugins={plugins}
        {...(showsExamples && { visiblePlugin: examplesPane })}
        initialQuery={opened.query}
        initialVariables={opened.variables}
        defaultEditorToolsVisibility="variables"
        // A credential is typed there.
        shouldPersistHeaders={false}
        inputValueDeprecation
        schemaDescription
      >
        <GraphiQL.Logo>
          <img src="graphiql/icon.svg" alt="Tributary" width="28" height="28" />
        </GraphiQL.Logo>
        <GraphiQL.Toolbar>
          {({ prettify, merge, copy }) => (
            <>
              {prettify}
              {merge}
              {copy}
              <ShareButton />
            </>
          )}
        </GraphiQL.Toolbar>
        {mayExplain && (
          <GraphiQL.Footer>
            <CostBar settings={settings} costs={costs} explain={explain} plan={plan} />
          </GraphiQL.Footer>
        )}
        <WrappedLines />
        <SystemTheme />
      </GraphiQL>
    );
  };
}

/** Wraps long lines of the operation, so that comments are not cut. */
function WrappedLines() {
  const { queryEditor } = useGraphiQL(pick("queryEditor"));
  useEffect(() => queryEditor?.updateOptions({ wordWrap: "on" }), [queryEditor]);
  return null;
}

/** Has the editors follow when the system turns dark or light; GraphiQL's own styles do, and leave them behind. */
function SystemTheme() {
  const { theme } = useGraphiQL(pick("theme"));
  const { setTheme } = useGraphiQLActions();
  useEffect(() => {
    if (theme) return undefined;
    const system = matchMedia("(prefers-color-scheme: dark)");
    const follow = () => setTheme(null);
    system.addEventListener("change", follow);
    return () => system.removeEventListener("change", follow);
  }, [theme, setTheme]);
  return null;
}
