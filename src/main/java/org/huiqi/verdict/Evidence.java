package org.huiqi.verdict;

/**
 * One test of a criterion with the figures filled in.
 *
 * @param subject key of the element it speaks of, empty for the enterprise
 * @param left what is compared, in words with its figure: {@code 上年制造业销售额 5,200万元}
 * @param operator how: {@code >}, {@code 属于} …
 * @param right what it is compared with, likewise
 * @param truth whether this test holds
 */
public record Evidence(String subject, String left, String operator, String right, Truth truth) {}
