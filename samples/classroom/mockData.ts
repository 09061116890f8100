/**
 * What the register shows until its server is there.
 */
import type { Color } from './theme';

export interface Student {
  id: string;
  name: string;
  email: string;
  phone: string;
  grade: string;
  parentContact: string;
  enrollmentDate: string; // YYYY-MM-DD
}

export interface Class {
  id: string;
  name: string;
  subject: string;
  description: string;
  room: string;
  capacity: number;
  color: Color;
  createdDate: string;
  enrolledStudents: string[];
}

export interface Schedule {
  id: string;
  classId: string;
  dayOfWeek: 0 | 1 | 2 | 3 | 4 | 5 | 6;
  startTime: string; // HH:mm
  endTime: string;
}

export interface ScheduleException extends Omit<Schedule, 'classId' | 'dayOfWeek'> {
  scheduleId: string;
  date: string;
  cancelled?: boolean;
  createdDate: string;
}

export interface Meeting {
  id: string;
  title: string;
  description: string;
  date: string;
  startTime: string;
  endTime: string;
  participants: string[];
  participantType: 'students' | 'parents' | 'teachers';
  location: string;
  meetingType: 'in_person' | 'virtual';
  status: 'scheduled' | 'completed' | 'cancelled';
  createdDate: string;
  notes?: string;
}

export type AttendanceStatus = 'present' | 'absent' | 'late' | 'excused';

export interface AttendanceRecord {
  id: string;
  classId: string;
  date: string;
  createdDate: string;
  updatedDate?: string;
  attendanceData: { studentId: string; status: AttendanceStatus; notes?: string }[];
}

export interface ClassNote {
  id: string;
  classId: string;
  date: string;
  content: string;
  topics?: string[];
  homework?: string;
  objectives?: string;
  createdDate: string;
  updatedDate: string;
}

export interface Test {
  id: string;
  classId: string;
  title: string;
  description: string;
  testDate: string;
  testTime?: string;
  totalPoints: number;
  testType: 'quiz' | 'exam' | 'assignment' | 'project';
  fileName?: string;
  fileUrl?: string;
  createdDate: string;
  updatedDate: string;
}

export interface TestResult {
  id: string;
  testId: string;
  studentId: string;
  score: number;
  maxScore: number;
  percentage: number;
  grade: string;
  feedback?: string;
  submittedDate?: string;
  gradedDate: string;
  createdDate: string;
  updatedDate: string;
}

export interface HomeworkAssignment {
  id: string;
  classId: string;
  title: string;
  description: string;
  assignedDate: string;
  dueDate: string;
  totalPoints: number;
  instructions?: string;
  resources?: string[];
  createdDate: string;
  updatedDate: string;
}

export interface HomeworkSubmission {
  id: string;
  assignmentId: string;
  studentId: string;
  submittedDate?: string;
  score?: number;
  maxScore: number;
  grade?: string;
  feedback?: string;
  status: 'not_submitted' | 'submitted' | 'graded' | 'late';
  submissionNotes?: string;
  gradedDate?: string;
  createdDate: string;
  updatedDate: string;
}

export const mockData = {
  // Students first: everybody else refers to them.
  students: [
    {
      id: 'student-1', name: 'Amina Yusuf', email: 'amina.yusuf@students.example', phone: '+49 30 5550101',
      grade: '10', parentContact: 'Halima Yusuf, +49 30 5550102', enrollmentDate: '2025-08-25',
    },
    {
      id: 'student-2', name: 'Björn Åkesson', email: 'bjorn.akesson@students.example', phone: '',
      grade: '10', parentContact: 'Karin Åkesson, +49 30 5550104', enrollmentDate: '2025-08-25',
    },
    /* Moved here from another school: no parent contact yet. */
    {
      id: 'student-3', name: "Ciara O'Neill", email: 'ciara.oneill@students.example',
      phone: '+49 30 5550105', grade: '11', parentContact: '', enrollmentDate: '2024-08-26',
    },
    {
      id: 'student-4', name: '李 明', email: 'li.ming@students.example', phone: '+49 30 5550107', grade: '11',
      parentContact: '李 华, +49 30 5550108', enrollmentDate: '2026-01-12',
    },
  ] as Student[],

  // Colours are those of the timetable.
  classes: [
    {
      id: 'class-1', name: 'Algebra II', subject: 'Mathematics',
      description: 'Functions, polynomials and a little trigonometry', room: 'B 204', capacity: 24,
      color: '#3b82f6', createdDate: '2025-08-18', enrolledStudents: ['student-1', 'student-2', 'student-4'],
    },
    {
      id: 'class-2', name: 'Chemistry', subject: 'Science', description: '', room: 'Lab 2', capacity: 16,
      color: '#10B981', createdDate: '2025-08-19', enrolledStudents: ['student-3', 'student-1'],
    },
    {
      id: 'class-3', name: 'Chess club', subject: 'Extracurricular',
      description: 'Thursdays, for all grades', room: 'Library', capacity: 12, color: '#f59e0b',
      createdDate: '2025-09-01', enrolledStudents: [],
    },
  ] as Class[],

  // 0 is Sunday.
  schedules: [
    {
      id: 'schedule-1', classId: 'class-1', dayOfWeek: 1, startTime: '08:00', endTime: '09:30',
    },
    {
      id: 'schedule-2', classId: 'class-1', dayOfWeek: 3, startTime: '08:00', endTime: '09:30',
    },
    {
      id: 'schedule-3', classId: 'class-2', dayOfWeek: 5, startTime: '13:15', endTime: '14:45',
    },
    {
      id: 'schedule-4', classId: 'class-3', dayOfWeek: 0, startTime: '00:00', endTime: '23:59',
    },
  ] as Schedule[],

  scheduleExceptions: [
    {
      id: 'exception-1', scheduleId: 'schedule-1', date: '2026-03-09', startTime: '10:00', endTime: '11:30',
      createdDate: '2026-03-02',
    },
    {
      id: 'exception-2', scheduleId: 'schedule-3', date: '2026-04-03', startTime: '13:15', endTime: '14:45',
      cancelled: true, createdDate: '2026-03-20',
    },
  ] as ScheduleException[],

  meetings: [
    {
      id: 'meeting-1', title: 'Parents of class 10', description: 'What the second term brings',
      date: '2026-02-11', startTime: '18:00', endTime: '19:30',
      participants: ['Halima Yusuf', 'Karin Åkesson'], participantType: 'parents', location: 'Aula',
      meetingType: 'in_person', status: 'completed', createdDate: '2026-01-28',
      notes: 'Minutes are in the office; the next one is in May.',
    },
    {
      id: 'meeting-2', title: 'Science staff', description: '', date: '2026-03-18', startTime: '15:30',
      endTime: '16:15', participants: [], participantType: 'teachers',
      location: 'https://meet.example/science', meetingType: 'virtual', status: 'scheduled',
      createdDate: '2026-03-04',
    },
  ] as Meeting[],

  attendanceRecords: [
    {
      id: 'attendance-1', classId: 'class-1', date: '2026-03-02', createdDate: '2026-03-02',
      updatedDate: '2026-03-03',
      attendanceData: [
        { studentId: 'student-1', status: 'present' },
        { studentId: 'student-2', status: 'late', notes: 'Bus 12 broke down' }, // see the office's log
        { studentId: 'student-4', status: 'excused', notes: '' },
      ],
    },
    {
      id: 'attendance-2', classId: 'class-2', date: '2026-03-06', createdDate: '2026-03-06',
      attendanceData: [
        { studentId: 'student-3', status: 'present' },
        { studentId: 'student-1', status: 'absent' },
      ],
    },
  ] as AttendanceRecord[],

  classNotes: [
    {
      id: 'note-1', classId: 'class-1', date: '2026-03-02',
      content: `Completing the square, with three examples on the board.
Second half: exercise sheet 7.`,
      topics: ['Quadratics', 'Completing the square'], homework: 'Sheet 7, 4–9',
      objectives: 'Solve any quadratic equation', createdDate: '2026-03-02', updatedDate: '2026-03-02',
    },
    {
      id: 'note-2', classId: 'class-2', date: '2026-03-06', content: 'Titration, "by the book".',
      createdDate: '2026-03-06', updatedDate: '2026-03-07',
    },
  ] as ClassNote[],

  tests: [
    {
      id: 'test-1', classId: 'class-1', title: 'Quadratics', description: 'Chapter 4',
      testDate: '2026-03-16', testTime: '08:15', totalPoints: 40, testType: 'exam',
      fileName: 'quadratics.pdf', fileUrl: 'https://files.example/tests/quadratics.pdf',
      createdDate: '2026-03-01', updatedDate: '2026-03-10',
    },
    {
      id: 'test-2', classId: 'class-2', title: 'Acids', description: '', testDate: '2026-03-13',
      totalPoints: 12.5, testType: 'quiz', createdDate: '2026-03-05', updatedDate: '2026-03-05',
    },
  ] as Test[],

  testResults: [
    {
      id: 'result-1', testId: 'test-1', studentId: 'student-1', score: 36.5, maxScore: 40, percentage: 91.25,
      grade: 'A', feedback: 'Clear working throughout.', submittedDate: '2026-03-16',
      gradedDate: '2026-03-19', createdDate: '2026-03-19', updatedDate: '2026-03-19',
    },
    {
      id: 'result-2', testId: 'test-1', studentId: 'student-2', score: 0, maxScore: 40, percentage: 0,
      grade: 'F', gradedDate: '2026-03-19', createdDate: '2026-03-19', updatedDate: '2026-03-20',
    },
    {
      id: 'result-3', testId: 'test-2', studentId: 'student-3', score: 12.5, maxScore: 12.5, percentage: 100,
      grade: 'A+', feedback: '', submittedDate: '2026-03-13', gradedDate: '2026-03-14',
      createdDate: '2026-03-14', updatedDate: '2026-03-14',
    },
  ] as TestResult[],

  homeworkAssignments: [
    {
      id: 'homework-1', classId: 'class-1', title: 'Sheet 7', description: 'Exercises 4 to 9',
      assignedDate: '2026-03-02', dueDate: '2026-03-09', totalPoints: 10, instructions: 'Show every step.',
      resources: ['https://files.example/sheets/7.pdf', 'Textbook, pages 112–115'],
      createdDate: '2026-03-02', updatedDate: '2026-03-02',
    },
    {
      id: 'homework-2', classId: 'class-2', title: 'Lab report', description: '', assignedDate: '2026-03-06',
      dueDate: '2026-03-06', totalPoints: 20, resources: [], createdDate: '2026-03-06',
      updatedDate: '2026-03-06',
    },
  ] as HomeworkAssignment[],

  homeworkSubmissions: [
    {
      id: 'submission-1', assignmentId: 'homework-1', studentId: 'student-1', submittedDate: '2026-03-08',
      score: 9.5, maxScore: 10, grade: 'A', feedback: 'One sign is wrong in 8 b).', status: 'graded',
      submissionNotes: 'On paper', gradedDate: '2026-03-10', createdDate: '2026-03-08',
      updatedDate: '2026-03-10',
    },
    {
      id: 'submission-2', assignmentId: 'homework-1', studentId: 'student-2', submittedDate: '2026-03-11',
      maxScore: 10, status: 'late', createdDate: '2026-03-11', updatedDate: '2026-03-11',
    },
    {
      id: 'submission-3', assignmentId: 'homework-1', studentId: 'student-4', maxScore: 10,
      status: 'not_submitted', createdDate: '2026-03-02', updatedDate: '2026-03-02',
    },
    {
      id: 'submission-4', assignmentId: 'homework-2', studentId: 'student-3', submittedDate: '2026-03-06',
      maxScore: 20, status: 'submitted', createdDate: '2026-03-06', updatedDate: '2026-03-06',
    },
  ] as HomeworkSubmission[],
};

export default mockData;
