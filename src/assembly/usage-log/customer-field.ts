import { useOf } from "../../estimate/field-cost.ts";
import { pageIfThere } from "../../fields/page.ts";
import type { Identified } from "../../lists/indexed-rows.ts";
import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import type { ChildrenLoader } from "../../loaders/children-of.ts";
import type { KeyLoader } from "../../loaders/promise-or-value.ts";
import type { PageArguments } from "../../resolving/pagination.ts";
import { pageOfChildren } from "../page.ts";
import type { CustomerType, OwnerReference } from "../shared-by-customers/reference.ts";
import type { UsageLogJson } from "./endpoints.ts";
import { logsOfLoaded, type UsageLogOfOwner } from "./known-owner.ts";

/**
 * A field that gives a page of the usage logs of its object.
 * @param type of the object.
 * @param logs by the id of the object.
 * @param owners objects of the type, by id.
 */
export const usageLogsField = <Row extends Identified>(
  type: CustomerType,
  logs: LoaderDefinition<ChildrenLoader<UsageLogJson>>,
  owners: LoaderDefinition<KeyLoader<Row>>,
) =>
  pageIfThere(
    useOf(logs),
    (row: Row, args: PageArguments, { of }) => {
      const { id } = row;
      // Its logs lead back to it by id, whichever key it was found by.
      of(owners).prime(id, row);
      const owner: OwnerReference = { type, by: "id", key: id };
      return pageOfChildren(args, id, of(logs), (log): UsageLogOfOwner => ({ ...log, owner }));
    },
    () => logsOfLoaded(type),
  );
