import { byPoint } from "../../loaders/by-key.ts";
import { pointRead } from "../../loaders/keyed-read.ts";
import { kind } from "../ids.ts";
import { forecastTotals } from "./endpoints.ts";

/** Ids of forecast totals. */
export const forecastTotalKind = kind("ForecastTotal");

/** Forecast totals by id: lists want a window. */
export const forecastTotalById = byPoint(pointRead(forecastTotals.get, (id) => ({ id })));
