import type { assemblyApi } from "../../assembly/api/index.ts";
import type { Handlers } from "../emulator.ts";
import { type AssemblyState, found } from "./state.ts";

/** Handlers of the label rows: always a list, also for one. */
export function labelHandlers({ labels }: AssemblyState): Handlers<typeof assemblyApi>["labels"] {
  return {
    list: () => ({ status: 200, body: { labels: labels.all() } }),
    listByType: ({ params }) => {
      const type = params.type.toLowerCase();
      return {
        status: 200,
        body: { labels: labels.all().filter((label) => label.type.toLowerCase() === type) },
      };
    },
    getById: ({ params }) => ({
      status: 200,
      body: { labels: [found(labels.get(params.labelId), "label")] },
    }),
  };
}
