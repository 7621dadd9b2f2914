/**
 * A module of the gateway as `npm run build` compiled it: what a container runs.
 * @param path of its source below `src/`, without extension.
 */
export async function compiled<Module>(path: string): Promise<Module> {
  return (await import(new URL(`../dist/${path}.js`, import.meta.url).href)) as Module;
}
