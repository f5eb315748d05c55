package org.huiqi.advise;

/**
 * How far an interview got.
 *
 * @param verdicts verdicts to be reached, a list of subjects that was not answered counting as one
 * @param settled of these, how many no longer wait for an answer
 * @param criteria conditions that these verdicts look at, each as often as it is looked at
 * @param decided of these, how many are met or not met
 * @param open questions that could be asked now
 */
public record Progress(int verdicts, int settled, int criteria, int decided, int open) {}
