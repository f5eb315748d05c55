@NullMarked
package org.huiqi.web;

import org.jspecify.annotations.NullMarked;
