package org.huiqi.screen.firm;

import org.huiqi.profile.Field;

/**
 * A column that is read.
 *
 * @param index from 0
 * @param heading as written
 * @param unit of numbers that name none, where the heading names another than the field's; else empty
 */
public record Column(int index, String heading, Field field, String unit) {}
