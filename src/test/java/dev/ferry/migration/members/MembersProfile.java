package dev.ferry.migration.members;

import dev.ferry.profile.Allocation;
import dev.ferry.profile.Defaults;
import dev.ferry.profile.EntityStep;
import dev.ferry.profile.KeyAttribute;
import dev.ferry.profile.Password;
import dev.ferry.profile.Passwords;
import dev.ferry.profile.Profile;
import dev.ferry.profile.Reading;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import dev.ferry.profile.UniqueKey;
import dev.ferry.source.Section;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Members of a club, with their passwords. */
public final class MembersProfile implements Profile {
    private static final Section MEMBERS = Section.list("members", "name");

    private static final Allocation<Member> EMAILS = new Allocation<>(
            "email",
            Member::email,
            Member::giveEmail,
            (email, number) -> Optional.of(email.replace("@", "+" + number + "@")),
            (present, wanted) -> true,
            null);

    private static final Passwords<MemberRecord, Member> PASSWORDS = new Passwords<>(
            "password", dto -> Password.of(dto.password()), Member::givePassword, Member::login, "email");

    private static final EntityStep<MemberRecord, Member> STEP = new EntityStep<>(
                    new Table<>(
                                    "members",
                                    Member.class,
                                    new UniqueKey<>("name", List.of(new KeyAttribute<>("name", Member::name))))
                            .withAllocations(List.of(EMAILS)),
                    Reading.records(MEMBERS, MemberRecord.class),
                    (dto, references) -> Stream.of(new Member(dto)))
            .withPasswords(PASSWORDS);

    @Override
    public String name() {
        return "members";
    }

    @Override
    public String version() {
        return "1";
    }

    @Override
    public String description() {
        return "members with passwords";
    }

    @Override
    public List<Section> sections() {
        return List.of(MEMBERS);
    }

    @Override
    public List<Class<?>> entities() {
        return List.of(Member.class);
    }

    @Override
    public List<Step> steps() {
        return List.of(STEP);
    }

    @Override
    public Defaults defaults() {
        return new Defaults(2);
    }
}
