import type { Settings } from "./settings.ts";

/** Has Monaco start its workers from files of the gateway; without it, everything would run on the page's own thread. */
export function startWorkers(files: Settings["workers"]): void {
  Object.assign(globalThis, {
    MonacoEnvironment: {
      getWorker(_module: string, label: string): Worker {
        const file = label === "graphql" || label === "json" ? files[label] : files.editor;
        return new Worker(file, { name: label, type: "module" });
      },
    },
  });
}
