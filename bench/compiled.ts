import { pathToFileURL } from "node:url";

/**
 * A module of the gateway as `npm run build` compiled it: what a container runs. The bench is started in the folder of the repository.
 * @param path of its source below `src/`, without extension.
 */
export async function compiled<Module>(path: string): Promise<Module> {
  return (await import(pathToFileURL(`dist/${path}.js`).href)) as Module;
}
