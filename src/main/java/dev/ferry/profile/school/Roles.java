package dev.ferry.profile.school;

import dev.ferry.profile.NaturalKey;
import dev.ferry.profile.ReferenceStep;
import dev.ferry.profile.References;
import dev.ferry.profile.Step;
import dev.ferry.profile.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** What users may be, and what they may do then. */
final class Roles {
    private static final String READ = ":READ";
    private static final String WRITE = ":WRITE";

    /** Modules by code. */
    private static final Map<String, String> MODULES = modules();

    private static final Table<PermissionModule> MODULE_TABLE = Tables.byColumns(
            "permission_modules", PermissionModule.class, Tables.attribute("code", PermissionModule::code));
    private static final Table<Permission> PERMISSION_TABLE =
            Tables.byColumns("permissions", Permission.class, Tables.attribute("code", Permission::code));
    private static final Table<Role> ROLE_TABLE =
            Tables.byColumns("roles", Role.class, Tables.attribute("name", Role::name));
    private static final Table<RolePermission> GRANT_TABLE = Tables.byColumns(
            "role_permissions",
            RolePermission.class,
            Tables.attribute("role", RolePermission::role),
            Tables.attribute("permission", RolePermission::permission));

    /** A role and what it allows. */
    private record Granted(String role, String description, List<String> permissions) {}

    private static final List<Granted> ROLES = List.of(
            new Granted("SUPER_ADMIN", "Runs the system, for all schools", all()),
            new Granted("SCHOOL_ADMIN", "Runs a school's affairs", all()),
            new Granted(
                    "TEACHER",
                    "Teaches at a school",
                    List.of(
                            "SCHOOLS" + READ,
                            "CLASSES" + READ,
                            "TEACHERS" + READ,
                            "STUDENTS" + READ,
                            "PARENTS" + READ,
                            "GRADES" + READ,
                            "GRADES" + WRITE)),
            new Granted(
                    "PARENT",
                    "Has children at a school",
                    List.of("SCHOOLS" + READ, "TEACHERS" + READ, "STUDENTS" + READ, "GRADES" + READ)),
            new Granted("STUDENT", "Learns at a school", List.of("SCHOOLS" + READ, "CLASSES" + READ, "GRADES" + READ)));

    private Roles() {}

    static List<Step> steps() {
        return List.of(
                new ReferenceStep<>(
                        MODULE_TABLE,
                        MODULES.entrySet().stream()
                                .map(module -> new PermissionModule(module.getKey(), module.getValue()))
                                .toList()),
                new ReferenceStep<>(
                        PERMISSION_TABLE,
                        Map.of(PermissionModule.class, new HashSet<>(Tables.keys(MODULES.keySet().stream()))),
                        Roles::permissions),
                new ReferenceStep<>(
                        ROLE_TABLE,
                        ROLES.stream()
                                .map(role -> new Role(role.role(), role.description()))
                                .toList()),
                new ReferenceStep<>(
                        GRANT_TABLE,
                        Map.of(
                                Role.class,
                                new HashSet<>(Tables.keys(ROLES.stream().map(Granted::role))),
                                Permission.class,
                                new HashSet<>(Tables.keys(all().stream()))),
                        Roles::grants));
    }

    private static Map<String, String> modules() {
        Map<String, String> modules = new LinkedHashMap<>();
        modules.put("SCHOOLS", "Schools");
        modules.put("USERS", "Users and roles");
        modules.put("CLASSES", "Classes and streams");
        modules.put("TEACHERS", "Teachers");
        modules.put("STUDENTS", "Students");
        modules.put("PARENTS", "Parents and emergency contacts");
        modules.put("GRADES", "Marks");
        return modules;
    }

    private static List<String> all() {
        return modules().keySet().stream()
                .flatMap(module -> Stream.of(module + READ, module + WRITE))
                .toList();
    }

    private static List<Permission> permissions(References references) {
        List<Permission> permissions = new ArrayList<>();
        MODULES.forEach((code, name) -> {
            PermissionModule module = references.parent(PermissionModule.class, NaturalKey.of(code));
            permissions.add(new Permission(code + READ, "See " + name.toLowerCase(Locale.ROOT), module));
            permissions.add(new Permission(code + WRITE, "Change " + name.toLowerCase(Locale.ROOT), module));
        });
        return permissions;
    }

    private static List<RolePermission> grants(References references) {
        return ROLES.stream()
                .flatMap(role -> role.permissions().stream()
                        .map(permission -> new RolePermission(
                                references.parent(Role.class, NaturalKey.of(role.role())),
                                references.parent(Permission.class, NaturalKey.of(permission)))))
                .toList();
    }
}
