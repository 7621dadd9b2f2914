import { ApolloServerErrorCode } from "@apollo/server/errors";
import type { Registry } from "prom-client";
import { errorCodes } from "../../errors.ts";
import type { OperationEvent } from "../events.ts";
import { boundedCells, firstNames, other } from "./bounded-cells.ts";
import type { LabelsOf } from "./definitions.ts";
import { histogram, readAtScrape } from "./register.ts";

/** Names of clients come from tokens, too, of which there may be any number. */
const mostClients = 50;
const mostSeries = 2_000;

const knownCodes: ReadonlySet<string> = new Set([
  ...Object.keys(errorCodes),
  ...Object.values(ApolloServerErrorCode),
]);

interface OperationCell {
  operations: number;
  readonly observeSeconds: (seconds: number) => void;
}

/**
 * Registers the metrics of operations.
 * @param isKnownName whether a name of an operation may be a label: clients may send any.
 */
export function operationMetrics(
  registry: Registry,
  isKnownName: (name: string) => boolean,
): (event: OperationEvent) => void {
  const durations = histogram(registry, "tributary_operation_duration_seconds");
  const clients = firstNames(mostClients);
  // One look-up for each operation: those of the library cost five times as much.
  const cells = boundedCells<LabelsOf<"tributary_operations_total">, OperationCell>(
    mostSeries,
    ({ operation }) => ({ operations: 0, observeSeconds: durations({ operation }) }),
    (labels) => ({ ...labels, client: other }),
  );
  const errors = new Map<string, number>();
  readAtScrape(registry, "tributary_operations_total", function* () {
    for (const [labels, { operations }] of cells.all()) yield [labels, operations];
  });
  readAtScrape(registry, "tributary_operation_errors_total", function* () {
    for (const [code, count] of errors) yield [{ code }, count];
  });
  return ({ client: clientName, knownName, name, outcome, errorCodes: codes, durationMs }) => {
    const client = clients(clientName);
    const operation = knownName ?? (name !== undefined && isKnownName(name) ? name : other);
    const cell = cells.of(`${client}\n${operation}\n${outcome}`, { client, operation, outcome });
    cell.operations += 1;
    cell.observeSeconds(durationMs / 1_000);
    if (outcome === "ok") return;
    for (const [given, count] of Object.entries(codes)) {
      const code = knownCodes.has(given) ? given : other;
      errors.set(code, (errors.get(code) ?? 0) + count);
    }
  };
}
