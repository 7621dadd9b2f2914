import type { Clock } from "../rest/clock.ts";

/** Something that all operations of a gateway share and that lives as long as it, as it is declared once for the process. */
export interface GatewayDefinition<Made> {
  /** Makes it for one gateway. */
  make(clock: Clock): Made;
}

/** Gives the thing of a definition, which is made when an operation first asks for it. */
export type OfGateway = <Made>(definition: GatewayDefinition<Made>) => Made;

/** Makes the things of one gateway. */
export function createOfGateway(clock: Clock): OfGateway {
  const made = new Map<GatewayDefinition<unknown>, unknown>();
  return <Made>(definition: GatewayDefinition<Made>): Made => {
    if (!made.has(definition)) made.set(definition, definition.make(clock));
    return made.get(definition) as Made;
  };
}
