-- A small V1 database in its real shape: quoted camelCase names, text identifiers, arrays. Everybody in it is invented, and so
-- are their passwords. Load it with: psql -f v1.sql

CREATE TABLE "School" (
  id text PRIMARY KEY,
  "schoolName" text NOT NULL,
  email text UNIQUE,
  phone text,
  "schoolCode" text UNIQUE,
  "schoolLevel" text,
  "schoolMotto" text,
  "schoolVision" text,
  country text DEFAULT 'Kenya',
  county text,
  logo text,
  password text,
  type text,
  "schoolAddress" text,
  "CreatedAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "UpdatedAt" timestamp(3) NOT NULL,
  "isActive" boolean NOT NULL DEFAULT true,
  "isVerified" boolean NOT NULL DEFAULT false,
  "isDeleted" boolean NOT NULL DEFAULT false,
  "deletedAt" timestamp(3)
);

INSERT INTO "School"
  (id, "schoolName", email, phone, "schoolCode", "schoolLevel", "schoolMotto", "schoolVision", country, county, logo, password, type, "schoolAddress", "CreatedAt", "UpdatedAt", "isActive", "isVerified", "isDeleted", "deletedAt")
VALUES
  ('sch-01', 'Kilimani Junior Academy', ' Office@Kilimani.example ', '0711 000 101', 'KJA-0147', 'Primary', 'Strive to excel', 'A school where every child is known', 'Kenya', 'Nairobi', 'https://kilimani.example/logo.png', '$2b$10$kQ3vZ8mT1xWcJ5nB7sLdOeSqMk7ycwijJ6L56PTl7JeYg6OXhJ7Hy', 'Private', 'Argwings Kodhek Road, P.O. Box 30197-00100, Nairobi', '2021-01-11 07:30:00', '2025-09-02 12:15:30.25', true, true, false, NULL),
  ('sch-02', 'St. Brigid''s Girls High School', 'info@stbrigid.example', '+254 722 000 202', 'SBG-2210', 'senior  secondary', 'Light and truth', NULL, 'Kenya', NULL, NULL, '8caf0d546c82aed15bbab0681cc6251a', 'PUBLIC', 'P.O. Box 1024 - 40100, Kisumu, Kisumu County', '2020-05-04 09:00:00', '2025-08-20 08:00:00', true, false, false, NULL),
  ('sch-03', 'Lakeside International School', 'hello@lakeside.example', '0772 000 303', 'LIS-7', 'Pre-Primary', NULL, 'Open minds by the lake', 'Uganda', NULL, NULL, NULL, 'international', 'Plot 14, Ggaba Road, Kampala', '2022-02-14 10:00:00', '2025-07-01 16:45:00', true, true, false, NULL),
  ('sch-04', 'Old Mill Primary School', 'old@mill.example', '0733 000 404', 'OMP-1', 'primary', NULL, NULL, 'Kenya', 'Nakuru', NULL, NULL, 'public', NULL, '2019-03-01 08:00:00', '2023-12-01 08:00:00', false, false, true, '2023-12-01 08:00:00');

CREATE TABLE "Teacher" (
  id text PRIMARY KEY,
  "firstName" text,
  "middleName" text,
  "lastName" text,
  gender text,
  experience text,
  "isLoginBarred" boolean NOT NULL DEFAULT false,
  "phoneNumber" text,
  email text,
  "profileImage" text,
  password text,
  "schoolId" text NOT NULL,
  "isClassTeacher" boolean NOT NULL DEFAULT false,
  "isDeleted" boolean NOT NULL DEFAULT false,
  subjects text[],
  "experienceYears" integer,
  "lastLoggedIn" timestamp(3)
);

INSERT INTO "Teacher"
  (id, "firstName", "middleName", "lastName", gender, experience, "isLoginBarred", "phoneNumber", email, "profileImage", password, "schoolId", "isClassTeacher", "isDeleted", subjects, "experienceYears", "lastLoggedIn")
VALUES
  ('tch-01', 'Grace', 'Wanjiku', 'Kamau', 'Female', 'Lower primary, 9 years', false, '0712 345 601', 'Grace.Kamau@Kilimani.example', NULL, '$2b$10$u9Rf2LqYw6HpXa0TzNvEGObYOwXLvhwpnFOOsH20PBjd5wkMoj6Da', 'sch-01', true, false, ARRAY['Mathematics', 'Integrated Science'], 9, '2025-09-01 06:12:44.5'),
  ('tch-02', 'Peter', NULL, 'Otieno', 'male', NULL, false, '0712345602', 'staffroom@kilimani.example', NULL, '$2b$10$Hs4jPo8kVb1mQe6yRt3UXux7baMdxs/PTQeLh1grp/segbctdRMtS', 'sch-01', true, false, ARRAY['Kiswahili'], 4, '2025-08-29 05:58:02'),
  ('tch-03', 'Fatuma', 'binti', 'Hassan', 'F', NULL, true, '+254 712 345 603', 'fatuma.hassan@kilimani.example', 'https://kilimani.example/people/fatuma.jpg', '$2b$10$bN5gCd7wKz2xLr9fTm1QYeATL9Rsssp0XuRuFvbRXFdDeS2qzx.eK', 'sch-01', false, false, ARRAY['Islamic Religious Education'], NULL, NULL),
  ('tch-04', 'Joseph', 'Kiprono', 'Cheruiyot', 'M', 'Head of department', false, '0712345604', 'j.cheruiyot@stbrigid.example', NULL, '6ba3fe82f1abddb2488b12531f90dff70c25d3a707bfa7c3f9ff02973294c719', 'sch-02', true, false, ARRAY['Physics', 'Chemistry', 'Home, "applied" Science'], 15, '2024-11-30 17:20:00'),
  ('tch-05', 'Mercy', 'Akinyi', 'Odhiambo', 'female', NULL, false, '0712 345 602', 'Staffroom@kilimani.example', NULL, NULL, 'sch-01', false, false, ARRAY[]::text[], 2, NULL),
  ('tch-06', 'Nakato', NULL, 'Namukasa', 'Female', NULL, false, '0772 345 606', 'nakato@lakeside.example', NULL, 'Jacaranda-1987', 'sch-03', false, false, ARRAY['English'], 7, '2025-06-30 11:00:00'),
  ('tch-07', 'Samuel', NULL, 'Mwangi', 'Male', NULL, false, '0733 345 607', 'samuel@mill.example', NULL, NULL, 'sch-04', false, false, NULL, NULL, NULL),
  ('tch-08', 'Beatrice', 'Nyambura', 'Gitau', 'Female', NULL, false, '0712345608', 'beatrice@kilimani.example', NULL, '$2b$10$u9Rf2LqYw6HpXa0TzNvEGObYOwXLvhwpnFOOsH20PBjd5wkMoj6Da', 'sch-01', false, true, ARRAY['Art'], 11, NULL);

CREATE TABLE "Parent" (
  id text PRIMARY KEY,
  "firstName" text,
  "middleName" text,
  "lastName" text,
  email text,
  "phoneNumber" text,
  "secondaryPhoneNumber" text,
  relationship text,
  "isLoginBarred" boolean NOT NULL DEFAULT false,
  "profileImage" text,
  password text,
  "isDeleted" boolean NOT NULL DEFAULT false,
  "schoolId" text NOT NULL
);

INSERT INTO "Parent"
  (id, "firstName", "middleName", "lastName", email, "phoneNumber", "secondaryPhoneNumber", relationship, "isLoginBarred", "profileImage", password, "isDeleted", "schoolId")
VALUES
  ('par-01', 'Daniel', 'Mutua', 'Musyoka', 'daniel.musyoka@mail.example', '0722 456 701', '0733 456 701', 'Father', false, NULL, '$2b$10$Hs4jPo8kVb1mQe6yRt3UXux7baMdxs/PTQeLh1grp/segbctdRMtS', false, 'sch-01'),
  ('par-02', 'Esther', 'Njeri', 'Mwangi', 'esther.mwangi@mail.example', '+254722456702', NULL, 'mum', false, NULL, '$2b$10$bN5gCd7wKz2xLr9fTm1QYeATL9Rsssp0XuRuFvbRXFdDeS2qzx.eK', false, 'sch-01'),
  ('par-03', 'Mercy', 'Akinyi', 'Odhiambo', 'staffroom@kilimani.example', '0712 345 602', NULL, 'Mother', false, NULL, '$2b$10$Ge8hWq3sVu6pJi0oMk5ZAe9.H8govL9IcPZl8bkBbooy9Zke/7bYe', false, 'sch-01'),
  ('par-04', 'Ole', 'Lenku', 'Nkaissery', NULL, '0722 456 704', NULL, 'Uncle', false, NULL, NULL, false, 'sch-02'),
  ('par-05', 'Rose', 'Atieno', 'Ouma', 'rose.ouma@mail.example', NULL, NULL, NULL, true, NULL, '$2b$10$u9Rf2LqYw6HpXa0TzNvEGObYOwXLvhwpnFOOsH20PBjd5wkMoj6Da', false, 'sch-02'),
  ('par-06', 'Kevin', NULL, 'Barasa', 'kevin.barasa@mail.example', '0722 456 706', NULL, 'Dad', false, NULL, NULL, true, 'sch-02'),
  ('par-07', 'Aisha', NULL, 'Nansubuga', 'aisha.n@mail.example', '0772 456 707', '+44 20 7946 0018', 'Mother', false, NULL, '$2b$10$Hs4jPo8kVb1mQe6yRt3UXux7baMdxs/PTQeLh1grp/segbctdRMtS', false, 'sch-03');

CREATE TABLE "Student" (
  id text PRIMARY KEY,
  "firstName" text,
  "middleName" text,
  "lastName" text,
  "studentAdmissionNumber" text,
  "profileImage" text,
  gender text,
  "schoolId" text NOT NULL,
  "classId" text,
  "streamId" text,
  "parentId" text,
  "isDeleted" boolean NOT NULL DEFAULT false,
  "createdAt" timestamp(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  UNIQUE ("schoolId", "studentAdmissionNumber")
);

INSERT INTO "Student"
  (id, "firstName", "middleName", "lastName", "studentAdmissionNumber", "profileImage", gender, "schoolId", "classId", "streamId", "parentId", "isDeleted", "createdAt")
VALUES
  ('stu-01', 'Brian', 'Mutuku', 'Musyoka', '1001', NULL, 'male', 'sch-01', 'cls-01', 'str-01', 'par-01', false, '2023-01-09 08:00:00'),
  ('stu-02', 'Joy', 'Wambui', 'Mwangi', '1002', NULL, 'Female', 'sch-01', 'cls-01', 'str-02', 'par-02', false, '2023-01-09 08:05:00'),
  ('stu-03', 'Ian', NULL, 'Odhiambo', '1003', 'https://kilimani.example/people/ian.jpg', 'M', 'sch-01', 'cls-02', NULL, 'par-03', false, '2024-01-08 08:00:00'),
  ('stu-04', 'Naserian', NULL, 'Lenku', '1001', NULL, 'girl', 'sch-02', 'cls-03', 'str-03', 'par-04', false, '2022-01-17 09:30:00'),
  ('stu-05', 'Linet', 'Nekesa', 'Barasa', '1002', NULL, 'F', 'sch-02', 'cls-03', 'str-03', 'par-06', false, '2022-01-17 09:45:00'),
  ('stu-06', 'Achieng''', NULL, 'Ouma', '1003', NULL, 'female', 'sch-02', NULL, NULL, 'par-05', false, '2023-02-01 09:00:00'),
  ('stu-07', 'Daniel', NULL, 'Nansubuga', 'LIS-07', NULL, 'boy', 'sch-03', 'Reception', NULL, 'par-07', false, '2024-02-05 23:30:00'),
  ('stu-08', 'Zainab', NULL, 'Nansubuga', 'LIS-08', NULL, 'F', 'sch-03', 'Reception', NULL, 'par-07', false, '2024-02-05 23:35:00'),
  ('stu-09', 'Paul', NULL, 'Kariuki', '1009', NULL, 'M', 'sch-01', 'cls-02', NULL, NULL, true, '2021-01-11 08:00:00'),
  ('stu-10', 'Ruth', NULL, 'Wekesa', '77', NULL, 'F', 'sch-04', NULL, NULL, NULL, false, '2020-01-06 08:00:00');

CREATE TABLE "EmergencyContact" (
  id text PRIMARY KEY,
  "firstName" text,
  "middleName" text,
  "lastName" text,
  phone text NOT NULL,
  email text,
  "studentId" text NOT NULL,
  relationship text
);

INSERT INTO "EmergencyContact"
  (id, "firstName", "middleName", "lastName", phone, email, "studentId", relationship)
VALUES
  ('emc-01', 'Agnes', 'Mwende', 'Musyoka', '0722 456 801', NULL, 'stu-01', 'Grandmother'),
  ('emc-02', 'Daniel', 'Mutua', 'Musyoka', '0722456701', 'daniel.musyoka@mail.example', 'stu-01', 'Father'),
  ('emc-03', 'Tabitha', NULL, 'Mwangi', '+254 722 456 803', 'tabitha@mail.example', 'stu-02', 'Aunt'),
  ('emc-04', 'Moses', NULL, 'Nansubuga', '0772 456 804', NULL, 'stu-07', 'Uncle'),
  ('emc-05', 'Moses', NULL, 'Nansubuga', '0772 456 804', NULL, 'stu-08', 'Uncle'),
  ('emc-06', 'Jane', NULL, 'Kariuki', '0722 456 806', NULL, 'stu-09', NULL);

CREATE TABLE "SchoolClasses" (
  id text PRIMARY KEY,
  code text,
  name text NOT NULL,
  "ageGroup" text,
  "yearLevel" integer,
  age integer,
  subjects json,
  "teacherId" text,
  "schoolId" text NOT NULL
);

INSERT INTO "SchoolClasses"
  (id, code, name, "ageGroup", "yearLevel", age, subjects, "teacherId", "schoolId")
VALUES
  ('cls-01', 'G4', 'Grade 4', '9-10', 4, 9, '["Mathematics", "English", "Kiswahili"]', 'tch-01', 'sch-01'),
  ('cls-02', 'G5', 'Grade 5', '10-11', 5, 10, '["Mathematics", "English"]', 'tch-02', 'sch-01'),
  ('cls-03', 'F3', 'Form 3', NULL, 3, 16, '{"core": ["Mathematics"], "sciences": ["Physics", "Chemistry"]}', 'tch-04', 'sch-02'),
  ('cls-04', 'G6', 'Grade 6', NULL, 6, NULL, NULL, 'tch-08', 'sch-01');

CREATE TABLE "Streams" (
  id text PRIMARY KEY,
  stream text NOT NULL,
  "schoolId" text NOT NULL,
  "schoolClassesId" text,
  "classTeacherId" text
);

INSERT INTO "Streams"
  (id, stream, "schoolId", "schoolClassesId", "classTeacherId")
VALUES
  ('str-01', 'North', 'sch-01', 'cls-01', 'tch-01'),
  ('str-02', 'South', 'sch-01', 'cls-01', 'tch-05'),
  ('str-03', 'East', 'sch-02', 'cls-03', NULL);
