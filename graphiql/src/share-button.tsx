import { pick, ToolbarButton, useGraphiQL } from "@graphiql/react";
import { useState } from "react";
import { sharedAddress } from "./share.ts";

/** Puts the operation into the address of the page, and copies it. */
export function ShareButton() {
  const { queryEditor, variableEditor } = useGraphiQL(pick("queryEditor", "variableEditor"));
  const [isShared, setShared] = useState(false);
  const share = async (): Promise<void> => {
    const query = queryEditor?.getValue() ?? "";
    const address = sharedAddress(location.href, { query, variables: variableEditor?.getValue() ?? "" });
    history.replaceState(null, "", address);
    setShared(true);
    setTimeout(() => setShared(false), 2_000);
    // Without permission, or over plain HTTP, the address bar has it all the same.
    await navigator.clipboard?.writeText(address).catch(() => {});
  };
  return (
    <ToolbarButton
      label={isShared ? "The address is copied" : "Share: copy an address that opens with this operation"}
      onClick={share}
    >
      <svg
        className="graphiql-toolbar-icon"
        viewBox="0 0 24 24"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        aria-hidden="true"
      >
        {isShared ? (
          <path d="M4 12.5l5 5L20 6.5" />
        ) : (
          <path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.6-5.6l-1.2 1.2M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.6 5.6l1.2-1.2" />
        )}
      </svg>
    </ToolbarButton>
  );
}
