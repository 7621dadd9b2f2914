import type { ThirdParty } from "./third-party.ts";

/** A package in a list of the form of CycloneDX, as far as it is looked at here. */
interface Component {
  readonly "bom-ref": string;
  readonly type: string;
  readonly name: string;
  readonly version: string;
  readonly scope?: string;
  /** Its address as scanners look it up. */
  readonly purl?: string;
  readonly licenses?: readonly object[];
}

/** A list of packages in the form of CycloneDX. */
export interface Sbom {
  readonly components: readonly Component[];
}

/**
 * Adds the packages that the image holds and npm does not list as those that run: those that the page of GraphiQL is built from.
 * @param running as `npm sbom --omit=dev` lists them.
 */
export function imageSbom<Running extends Sbom>(running: Running, packages: readonly ThirdParty[]): Running {
  const listed = new Set(running.components.map((component) => component["bom-ref"]));
  const added = new Map(
    packages.map((one) => [refOf(one), one] as const).filter(([ref]) => !listed.has(ref)),
  );
  return { ...running, components: [...running.components, ...[...added.values()].map(componentOf)] };
}

const refOf = ({ name, version }: Pick<ThirdParty, "name" | "version">): string => `${name}@${version}`;

const componentOf = (one: ThirdParty): Component => ({
  "bom-ref": refOf(one),
  type: "library",
  name: one.name,
  version: one.version,
  scope: "required",
  purl: `pkg:npm/${refOf(one).replace(/^@/, "%40")}`,
  licenses: [{ expression: one.licence }],
});
