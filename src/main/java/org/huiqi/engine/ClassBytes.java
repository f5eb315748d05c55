package org.huiqi.engine;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLConnection;
import java.net.URLStreamHandler;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Defines compiled rule classes; dropped as a whole with its rule book, so that reloads leak nothing. */
public final class ClassBytes extends ClassLoader {
    /**
     * Where everything generated from rules lives, and nothing else. The program's own class loaders are never asked for these: they remember every
     * name they were asked for, and each change of a rule makes hundreds of new ones.
     */
    private static final Pattern GENERATED =
            Pattern.compile("(facts|literals|atoms|direct|reference|org[./]drools[./]project)[./].*");

    private final Map<String, byte[]> classes;

    public ClassBytes(Map<String, byte[]> classes) {
        super(ClassBytes.class.getClassLoader());
        this.classes = Map.copyOf(classes);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!GENERATED.matcher(name).matches()) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }

    @Override
    public @Nullable URL getResource(String path) {
        return GENERATED.matcher(path).matches() ? findResource(path) : super.getResource(path);
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        byte[] bytes = classes.get(name);
        if (bytes == null) {
            throw new ClassNotFoundException(name);
        }
        return defineClass(name, bytes, 0, bytes.length);
    }

    /** Compilers look classes up as resources. */
    @Override
    protected @Nullable URL findResource(String path) {
        byte[] bytes = path.endsWith(".class")
                ? classes.get(path.substring(0, path.length() - 6).replace('/', '.'))
                : null;
        return bytes == null ? null : url(path, bytes);
    }

    private static URL url(String path, byte[] bytes) {
        try {
            return new URL("rules", "", -1, path, new URLStreamHandler() {
                @Override
                protected URLConnection openConnection(URL url) {
                    return new Bytes(url, bytes);
                }
            });
        } catch (MalformedURLException e) {
            throw new IllegalStateException("a class name is a valid path", e);
        }
    }

    /** Reads a class from memory. */
    private static final class Bytes extends URLConnection {
        private final byte[] bytes;

        Bytes(URL url, byte[] bytes) {
            super(url);
            this.bytes = bytes;
        }

        @Override
        public void connect() {}

        @Override
        public InputStream getInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
