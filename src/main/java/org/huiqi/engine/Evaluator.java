package org.huiqi.engine;

/** Answers every atom for every fact. Two implementations compiled by different compilers must agree on everything. */
public interface Evaluator {
    AtomTruths evaluate(Facts facts);
}
