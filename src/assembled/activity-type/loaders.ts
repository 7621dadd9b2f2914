import { sliceRead } from "../../lists/keyed-read.ts";
import { wholeCollection } from "../../lists/list.ts";
import type { LoaderDefinition } from "../../lists/loader-definition.ts";
import { type CollectionLoader, fromCollection } from "../../loaders/collection.ts";
import { oneByField } from "../../loaders/many-by-field.ts";
import { sideLoaded } from "../../loaders/strategies/side-loaded.ts";
import { keysIn } from "../../rest/row-values.ts";
import { activities } from "../activity/endpoints.ts";
import { kind } from "../ids.ts";
import { type ActivityTypeJson, activityTypes, typeAmong } from "./endpoints.ts";
import { typesAlong } from "./types-along.ts";

/** Ids of activity types. */
export const activityTypeKind = kind("ActivityType");

/** All activity types. */
export const activityTypeList = wholeCollection(
  "activityTypes",
  sliceRead(activityTypes.list, () => ({})),
);

const fromList = fromCollection(activityTypeList);

/**
 * Activity types by id: from what came along with activities of the same operation, else from the list, which alone holds
 * those that are not active (assembled-v0.txt:1082).
 */
export const activityTypeById: LoaderDefinition<CollectionLoader<ActivityTypeJson>> = {
  access: sideLoaded(activityTypes.list, activities.list, fromList.access),
  create({ call, of }) {
    const list = of(fromList);
    let isNoted = false;
    const note = () => {
      if (!isNoted) call.sideLoaded(activityTypes.list);
      isNoted = true;
    };
    const findAlong = async (id: string): Promise<ActivityTypeJson | undefined> => {
      const type = typeAmong(await of(typesAlong).first(), id);
      if (type) note();
      return type;
    };
    return {
      ...list,
      load: (id) =>
        list.isAtHand() || !of(typesAlong).isTold()
          ? list.load(id)
          : findAlong(id).then((type) => type ?? list.load(id)),
    };
  },
};

/** Activity types by the name that the history of schedules knows them by. */
export const activityTypeByValue = oneByField(activityTypeList, ({ value }) => keysIn(value));
