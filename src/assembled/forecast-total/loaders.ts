import { pointRead } from "../../lists/keyed-read.ts";
import { oneByPoint } from "../../loaders/one-by-key.ts";
import { kind } from "../ids.ts";
import { forecastTotals } from "./endpoints.ts";

/** Ids of forecast totals. */
export const forecastTotalKind = kind("ForecastTotal");

/** Forecast totals by id: lists want a window. */
export const forecastTotalById = oneByPoint(pointRead(forecastTotals.get, (id) => ({ id })));
