package org.huiqi.policy;

/**
 * Another policy that policy.yaml names, in {@code requires} or {@code excludes}.
 *
 * @param policy its id
 * @param line the line that names it
 */
public record Neighbour(String policy, int line) {}
