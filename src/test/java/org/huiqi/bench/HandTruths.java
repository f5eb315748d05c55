package org.huiqi.bench;

import org.jspecify.annotations.Nullable;

/** What the hand-written predicates say: one array per fact, in the order of the conditions; null for a list that was not answered. */
record HandTruths(byte[] enterprise, byte @Nullable [][] products, byte @Nullable [][] taxPeriods) {}
