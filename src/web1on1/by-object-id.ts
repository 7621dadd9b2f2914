import { byKey } from "../loaders/by-key.ts";
import type { Definition } from "../loaders/definition.ts";
import { byId, type Identified } from "../loaders/indexed-rows.ts";
import type { KeyedRead } from "../loaders/keyed-read.ts";
import type { ListDefinition } from "../loaders/list.ts";
import type { KeyLoader } from "../loaders/shapes.ts";

/**
 * Loads objects by id, archived ones included, which stand in no list.
 * @param list of all that are not archived.
 * @param point reads one.
 */
export const byObjectId = <Row extends Identified>(
  list: ListDefinition<Row>,
  point: KeyedRead<string, Row>,
): Definition<KeyLoader<Row>> => byKey(list, byId, point);
