/**
 * What to do next: the questions still worth asking, the smallest change that flips an answer, the best lawful combination. One class is the
 * entrance of each capability; all are stateless but for the rule book, and thread-safe. They answer in small immutable records without
 * wording, which pages, JSON and texts add.
 */
@NullMarked
package org.huiqi.advise;

import org.jspecify.annotations.NullMarked;
