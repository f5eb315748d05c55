package org.huiqi.profile;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Profiles as spreadsheets bring them: a fifth of the fields unanswered, one to five elements of each list, twelve tax months; from a seed. */
public final class RandomProfiles {
    private static final double HOLES = 0.2;
    private static final List<String> NAMES = List.of("麒麟继保装备有限公司", "淄博智远装备有限公司", "泰山磁材股份有限公司", "无");
    private static final List<String> INDUSTRIES = List.of("C3823", "3484", "C", "6513", "C4690", "I65", "1399");
    private static final LocalDate FIRST_MONTH = LocalDate.of(2024, 12, 1);
    private static final BigDecimal HAIR = new BigDecimal("0.01");
    private final Dictionary dictionary;
    private final Random random;
    private final List<BigDecimal> numbers;
    private final List<LocalDate> dates;

    public RandomProfiles(Dictionary dictionary, long seed) {
        this(dictionary, seed, List.of(), List.of());
    }

    /** Half of the numbers and dates are one of the given, or a hair beside one: where comparisons go wrong. */
    public RandomProfiles(Dictionary dictionary, long seed, List<BigDecimal> numbers, List<LocalDate> dates) {
        this.dictionary = dictionary;
        this.random = new Random(seed);
        this.numbers = numbers;
        this.dates = dates;
    }

    public List<Profile> some(int count) {
        List<Profile> profiles = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            profiles.add(one());
        }
        return profiles;
    }

    public Profile one() {
        Map<String, List<Entry>> lists = new LinkedHashMap<>();
        for (FactType type : dictionary.repeated()) {
            // one list in twenty was never answered, one in twenty is empty
            double fate = random.nextDouble();
            if (fate > 0.05) {
                lists.put(type.name(), elements(type, fate < 0.1 ? 0 : months(type) ? 12 : 1 + random.nextInt(5)));
            }
        }
        return new Profile(Optional.empty(), new Entry("", answers(dictionary.enterprise())), lists, List.of());
    }

    private static boolean months(FactType type) {
        return type.fields().stream().anyMatch(Field::month);
    }

    private List<Entry> elements(FactType type, int count) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Map<String, Object> answers = answers(type);
            for (Field field : type.fields()) {
                if (field.month() && answers.containsKey(field.name())) {
                    answers.put(field.name(), FIRST_MONTH.plusMonths(i));
                }
            }
            entries.add(new Entry(Keys.of(type, answers, i), answers));
        }
        return entries;
    }

    private Map<String, Object> answers(FactType type) {
        Map<String, Object> answers = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            if (!field.derived() && random.nextDouble() >= HOLES) {
                answers.put(field.name(), answer(field));
            }
        }
        return answers;
    }

    private Object answer(Field field) {
        return switch (field.type()) {
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> integer(field);
            case DECIMAL -> decimal(field);
            case TEXT -> text(field);
            case DATE -> date();
            case TEXTS -> List.of("甲", "乙").subList(0, random.nextInt(3));
        };
    }

    private LocalDate date() {
        return !dates.isEmpty() && random.nextBoolean()
                ? dates.get(random.nextInt(dates.size())).plusDays(random.nextInt(3) - 1)
                : LocalDate.of(2012 + random.nextInt(15), 1, 1).plusDays(random.nextInt(365));
    }

    private BigDecimal near() {
        return numbers.get(random.nextInt(numbers.size()));
    }

    private Integer integer(Field field) {
        if (!numbers.isEmpty() && random.nextBoolean()) {
            return near().intValue() + random.nextInt(3) - 1;
        }
        if (field.unit().equals("年") && field.min() == null) {
            return 2022 + random.nextInt(6);
        }
        int most = field.max() == null ? 20 : field.max().intValue();
        return random.nextInt(most + 1);
    }

    /** Between about 20 and 20,000 in 万元, staff between 20 and 800, taxes in 元 and fen; now and then exactly zero or negative. */
    private BigDecimal decimal(Field field) {
        if (!numbers.isEmpty() && random.nextBoolean()) {
            return near().add(HAIR.multiply(BigDecimal.valueOf(random.nextInt(3) - 1)));
        }
        double value = Math.exp(6.5 + 1.5 * random.nextGaussian());
        double scale = field.unit().equals("元") ? 1000 : field.unit().equals("人") ? 0.1 : 1;
        int decimals = random.nextInt(3);
        BigDecimal number = BigDecimal.valueOf(value * scale).setScale(decimals, RoundingMode.HALF_UP);
        double fate = random.nextDouble();
        if (fate < 0.03) {
            return BigDecimal.ZERO;
        }
        return fate < 0.08 && field.min() == null ? number.negate() : number;
    }

    private String text(Field field) {
        if (!field.choices().isEmpty()) {
            return field.choices().get(random.nextInt(field.choices().size()));
        }
        // a text of its own per profile, as a reader makes them: equality must compare characters
        List<String> texts = field.name().endsWith("IndustryCode") ? INDUSTRIES : NAMES;
        return new String(texts.get(random.nextInt(texts.size())).toCharArray());
    }
}
