const { endpoint, tabs: given } = JSON.parse(document.getElementById("settings").textContent);

const workers = { graphql: "graphql.worker..bundle.js", json: "json.worker.bundle.js" };
globalThis.MonacoEnvironment = {
  getWorker(_module, label) {
    const file = workers[label] ?? "editor.worker.bundle.js";
    return new Worker(new URL(`monacoeditorwork/${file}`, import.meta.url), { name: label });
  },
};

const storageKey = "graphiql:tabState";
const content = ({ query, variables }) => JSON.stringify([query, variables]);

function storedTabs() {
  try {
    const state = JSON.parse(localStorage.getItem(storageKey));
    return {
      tabs: state.tabs.filter((tab) => content(tab) !== tab.given),
      active: state.tabs[state.activeTabIndex]?.id,
    };
  } catch {
    return { tabs: [], active: undefined };
  }
}

function freshTab({ title, query, variables }) {
  const operationName = /^\s*(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1] ?? null;
  const given = content({ query, variables });
  return { id: title, title: operationName ?? title, query, variables, operationName, response: null, given };
}

// GraphiQL forgets the tabs it is given once it has stored some. So its store is written first: a tab that was
// changed stays as it is, and one that was not takes today's text and variables.
const stored = storedTabs();
const changed = new Map(stored.tabs.map((tab) => [tab.id, tab]));
const tabs = given.map((tab) => ({
  ...freshTab(tab),
  ...changed.get(tab.title),
  headers: tab.headers ?? null,
}));
for (const { title } of given) changed.delete(title);
tabs.push(...changed.values());
const ofAddress = new URLSearchParams(location.search);
if (ofAddress.has("query")) {
  const [query, variables] = [ofAddress.get("query"), ofAddress.get("variables") ?? ""];
  const asked = freshTab({ title: "Address", query, variables });
  const at = tabs.findIndex((tab) => tab.id === asked.id);
  tabs.splice(at < 0 ? tabs.length : at, 1, asked);
  stored.active = asked.id;
}
const found = tabs.findIndex((tab) => tab.id === stored.active);
const activeTabIndex = Math.max(0, found);
const active = tabs[activeTabIndex];
// GraphiQL opens one more tab unless the active one, without headers, is what the editors start with.
const shown = tabs.map((tab) => (tab === active ? { ...tab, headers: null } : tab));
localStorage.setItem(storageKey, JSON.stringify({ tabs: shown, activeTabIndex }));

const operation = /^\s*(?:query|mutation|subscription)\b\s*(\w*)/gm;

// Right after a change of tabs GraphiQL may still name the operation of the tab before. A document with a single
// operation needs no name.
function named({ operationName, ...params }) {
  const names = [...params.query.matchAll(operation)].map(([, name]) => name);
  return names.length > 1 || names.includes(operationName) ? { operationName, ...params } : params;
}

// The bundle's own fetcher prints the document anew and drops the locations of errors.
async function fetcher(params, { headers } = {}) {
  const response = await fetch(endpoint, {
    method: "POST",
    headers: {
      accept: "application/graphql-response+json, application/json",
      "content-type": "application/json",
      ...headers,
    },
    body: JSON.stringify(named(params)),
  });
  return response.json();
}

globalThis.YogaGraphiQL.renderYogaGraphiQL(document.getElementById("root"), {
  fetcher,
  title: "Tributary",
  logo: '<img src="graphiql/icon.svg" alt="" width="32" height="32">',
  initialQuery: active?.query ?? "",
  initialVariables: active?.variables ?? "",
  initialHeaders: active?.headers ?? "",
  // A credential would be typed there.
  shouldPersistHeaders: false,
  // The bundle's own handler puts the whole query into the address, and so into history and logs.
  onEditQuery() {},
});
