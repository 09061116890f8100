package dev.ferry.migration.library;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

@Entity
@Table(name = "publishers")
class Publisher {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "publishers")
    @SequenceGenerator(name = "publishers", sequenceName = "publishers_seq", allocationSize = 1000)
    private @Nullable Long id;

    @Column(name = "name")
    private String name = "";

    @Column(name = "city")
    private @Nullable String city;

    protected Publisher() {}

    Publisher(String name, @Nullable String city) {
        this.name = name;
        this.city = city;
    }

    String name() {
        return name;
    }
}
