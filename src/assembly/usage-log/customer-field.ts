import { useOf } from "../../estimate/field-cost.ts";
import { pageIfThere } from "../../fields/page.ts";
import type { OwnerLoader } from "../../loaders/by-owner.ts";
import type { Definition } from "../../loaders/definition.ts";
import type { PageArguments } from "../../resolving/pagination.ts";
import { pageOfChildren } from "../page.ts";
import type { UsageLogJson } from "./endpoints.ts";

/** A field that gives a page of the usage logs of its object. */
export const usageLogsField = (loader: Definition<OwnerLoader<UsageLogJson>>) =>
  pageIfThere(useOf(loader), ({ id }: { readonly id: string }, args: PageArguments, { of }) =>
    pageOfChildren(args, id, of(loader)),
  );
