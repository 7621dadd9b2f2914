// Loads Monaco before GraphiQL does, so that its styles are part of the page's own.
import "./editor.js";
import "@graphiql/react/style.css";
import "@graphiql/plugin-doc-explorer/style.css";
import "@graphiql/plugin-history/style.css";
import "graphiql/graphiql.css";
import "./page.css";
import { createRoot } from "react-dom/client";
import { createCosts } from "./costs.ts";
import { createPage } from "./page.tsx";
import type { Settings } from "./settings.ts";
import { operationIn, withoutOperation } from "./share.ts";
import { lastShown } from "./storage.ts";
import { startWorkers } from "./workers.ts";

const explainKey = "tributary:explain";

/** The page's own element of this id. */
function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`The page has no #${id}.`);
  return found;
}

const settings: Settings = JSON.parse(element("settings").textContent ?? "");
startWorkers(settings.workers);
const shared = operationIn(location.href);
const last = lastShown(localStorage);
history.replaceState(null, "", withoutOperation(location.href));
const Page = createPage({
  settings,
  costs: createCosts(),
  explain: {
    isOn: () => localStorage.getItem(explainKey) !== "off",
    turn: (on) => localStorage.setItem(explainKey, on ? "on" : "off"),
  },
  opened: shared ?? last ?? settings.examples[0] ?? { query: "", variables: "" },
  showsExamples: !shared && !last,
});
createRoot(element("root")).render(<Page />);
