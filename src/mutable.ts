/**
 * The same fields, for the one who changes them while all others only read them. Plain fields stand in place of getters where an
 * object is made for each operation: a literal with getters has a hidden class of its own, which outlives it.
 */
export type Mutable<Fields> = { -readonly [Name in keyof Fields]: Fields[Name] };
