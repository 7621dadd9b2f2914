import { badInput } from "../../errors.ts";
import type { CreateActivityTypeInput } from "../../generated/resolvers.ts";
import { longHexCode } from "../../resolving/hex-code.ts";
import { filledIfGiven, nonBlank, omitNulls, omitUndefined } from "../../resolving/input.ts";
import type { NewActivityTypeBody } from "./endpoints.ts";

/**
 * The body that creates an activity type.
 * @throws BAD_USER_INPUT for a blank text, a color that is no hex code, and for kinds of time that exclude each other or
 * lack their channels or unit (assembled-v0.txt:1155-1158).
 */
export function newActivityType(input: CreateActivityTypeInput): NewActivityTypeBody {
  const { name, channels = [], productive, timeOff, timeOffUnit, ...texts } = omitNulls(input);
  if (productive && timeOff) throw badInput("A type is productive or timeOff, not both.");
  if (productive && channels.length === 0) throw badInput("channels must hold one for a productive type.");
  if (Boolean(timeOff) !== (timeOffUnit !== undefined)) {
    throw badInput("timeOffUnit must be given for time off, and for nothing else.");
  }
  const { backgroundColor, fontColor, importedId, shortName } = texts;
  return {
    name: nonBlank(name, "name"),
    channels: [...new Set(channels)],
    ...omitUndefined({
      short_name: filledIfGiven(shortName, "shortName"),
      productive,
      timeoff: timeOff,
      timeoff_unit: timeOffUnit,
      background_color: hexCodeIfGiven(backgroundColor, "backgroundColor"),
      font_color: hexCodeIfGiven(fontColor, "fontColor"),
      import_id: filledIfGiven(importedId, "importedId"),
    }),
  };
}

const hexCodeIfGiven = (color: string | undefined, name: string): string | undefined =>
  color === undefined ? undefined : longHexCode(color, name);
