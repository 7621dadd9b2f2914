import { type GraphiQLPlugin, pick, useGraphiQL, useGraphiQLActions } from "@graphiql/react";
import type { Example } from "./settings.ts";

const groups = [
  { group: "questions", title: "Questions" },
  { group: "lists", title: "Lists" },
  { group: "writes", title: "Writes" },
] as const;

/** The pane of examples, in groups; each opens in a tab of its own. */
export const examplesPlugin = (examples: readonly Example[]): GraphiQLPlugin => ({
  title: "Examples",
  icon: ExamplesIcon,
  content: () => <Examples examples={examples} />,
});

function Examples({ examples }: { readonly examples: readonly Example[] }) {
  const { tabs, activeTabIndex, queryEditor, variableEditor } = useGraphiQL(
    pick("tabs", "activeTabIndex", "queryEditor", "variableEditor"),
  );
  const { addTab, changeTab } = useGraphiQLActions();
  const shown = tabs[activeTabIndex]?.query;
  const open = ({ query, variables }: Example): void => {
    const at = tabs.findIndex((tab) => tab.query === query);
    if (at >= 0) {
      if (at !== activeTabIndex) changeTab(at);
      return;
    }
    if (shown) addTab();
    queryEditor?.setValue(query);
    variableEditor?.setValue(variables);
  };
  return (
    <section className="tributary-examples" aria-label="Examples">
      <h2>Examples</h2>
      {groups.map(({ group, title }) => (
        <section key={group} aria-label={title}>
          <h3>{title}</h3>
          <ul>
            {examples
              .filter((example) => example.group === group)
              .map((example) => (
                <li key={example.title}>
                  <button type="button" aria-current={example.query === shown} onClick={() => open(example)}>
                    <strong>{example.title}</strong>
                    {example.about && <span>{example.about}</span>}
                  </button>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function ExamplesIcon() {
  return (
    <svg viewBox="0 0 24 24" fill="none" stroke="currentColor" strokeWidth="1.5" aria-hidden="true">
      <path d="M4 5h7v6H4zM4 14h7v5H4zM14 5.5h6M14 8.5h4M14 14.5h6M14 17.5h4" />
    </svg>
  );
}
