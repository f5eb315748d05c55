package org.huiqi.screen.result;

/**
 * How much of an output is in one of its files.
 *
 * @param file name beside the output
 * @param length in bytes; what comes later does not count
 */
public record Written(String file, long length) {}
