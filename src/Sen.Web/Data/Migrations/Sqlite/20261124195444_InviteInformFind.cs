using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sen.Web.Data.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InviteInformFind : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "ix_registrations_workshop_id_person_id",
                table: "registrations");

            migrationBuilder.AddColumn<DateTime>(
                name: "calendar_changed_at",
                table: "workshops",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "calendar_days",
                table: "workshops",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "calendar_number",
                table: "workshops",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            // Calendars were given the row's version before; their numbers must not fall.
            migrationBuilder.Sql("update workshops set calendar_number = version");

            migrationBuilder.AddColumn<DateOnly>(
                name: "starts_on_before",
                table: "workshops",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "duplicate_of_id",
                table: "registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "invitation_id",
                table: "registrations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "turns",
                table: "registrations",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "also_known_as",
                table: "persons",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "merged_into_id",
                table: "persons",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agenda_releases",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    workshop_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    released_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    user_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    who = table.Column<string>(type: "TEXT", nullable: false),
                    cause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    is_quiet = table.Column<bool>(type: "INTEGER", nullable: false),
                    quiet_reason = table.Column<string>(type: "TEXT", nullable: false),
                    told = table.Column<int>(type: "INTEGER", nullable: false),
                    first_day = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    content = table.Column<string>(type: "TEXT", nullable: false),
                    note_en = table.Column<string>(type: "TEXT", nullable: false),
                    note_vi = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agenda_releases", x => x.id);
                    table.ForeignKey(
                        name: "fk_agenda_releases_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "failed_addresses",
                columns: table => new
                {
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    is_permanent = table.Column<bool>(type: "INTEGER", nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_failed_addresses", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "group_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    workshop_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sort = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    when_missing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "TEXT", nullable: false),
                    picked = table.Column<string>(type: "TEXT", nullable: false),
                    timing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    send_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    time_of_day = table.Column<TimeOnly>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    pause = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    written_by = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    body_en = table.Column<string>(type: "TEXT", nullable: false),
                    body_vi = table.Column<string>(type: "TEXT", nullable: false),
                    subject_en = table.Column<string>(type: "TEXT", nullable: false),
                    subject_vi = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_group_letters", x => x.id);
                    table.ForeignKey(
                        name: "fk_group_letters_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitation_batches",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    workshop_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    letter_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    place = table.Column<string>(type: "TEXT", nullable: false),
                    parent_body = table.Column<string>(type: "TEXT", nullable: false),
                    issuing_body = table.Column<string>(type: "TEXT", nullable: false),
                    authority = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<string>(type: "TEXT", nullable: false),
                    signatory = table.Column<string>(type: "TEXT", nullable: false),
                    copy_to = table.Column<string>(type: "TEXT", nullable: false),
                    seats_each = table.Column<int>(type: "INTEGER", nullable: false),
                    deadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    keeping = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    remind_days = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    sending_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    remind_asked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    body_en = table.Column<string>(type: "TEXT", nullable: false),
                    body_vi = table.Column<string>(type: "TEXT", nullable: false),
                    subject_en = table.Column<string>(type: "TEXT", nullable: false),
                    subject_vi = table.Column<string>(type: "TEXT", nullable: false),
                    when_en = table.Column<string>(type: "TEXT", nullable: false),
                    when_vi = table.Column<string>(type: "TEXT", nullable: false),
                    where_en = table.Column<string>(type: "TEXT", nullable: false),
                    where_vi = table.Column<string>(type: "TEXT", nullable: false),
                    workshop_title_en = table.Column<string>(type: "TEXT", nullable: false),
                    workshop_title_vi = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_batches", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitation_batches_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kept_aparts",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    first_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    second_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    facts = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kept_aparts", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "letter_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    sort = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    timing = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    days = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    body_en = table.Column<string>(type: "TEXT", nullable: false),
                    body_vi = table.Column<string>(type: "TEXT", nullable: false),
                    name_en = table.Column<string>(type: "TEXT", nullable: false),
                    name_vi = table.Column<string>(type: "TEXT", nullable: false),
                    subject_en = table.Column<string>(type: "TEXT", nullable: false),
                    subject_vi = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_templates", x => x.id);
                    table.ForeignKey(
                        name: "fk_letter_templates_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "materials",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    workshop_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    session_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    topic_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    lang = table.Column<string>(type: "TEXT", nullable: false),
                    audience = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    moment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    current_number = table.Column<int>(type: "INTEGER", nullable: false),
                    removed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<int>(type: "INTEGER", nullable: false),
                    opened = table.Column<int>(type: "INTEGER", nullable: false),
                    devices = table.Column<int>(type: "INTEGER", nullable: false),
                    title_en = table.Column<string>(type: "TEXT", nullable: false),
                    title_vi = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_materials", x => x.id);
                    table.ForeignKey(
                        name: "fk_materials_programmes_programme_id",
                        column: x => x.programme_id,
                        principalTable: "programmes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_materials_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "news_refusals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    person_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    address = table.Column<string>(type: "TEXT", nullable: false),
                    is_own = table.Column<bool>(type: "INTEGER", nullable: false),
                    programme_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    wording = table.Column<string>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_news_refusals", x => x.id);
                    table.ForeignKey(
                        name: "fk_news_refusals_persons_person_id",
                        column: x => x.person_id,
                        principalTable: "persons",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_merges",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    standing_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    away_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    merged_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    merged_by = table.Column<string>(type: "TEXT", nullable: false),
                    values = table.Column<string>(type: "TEXT", nullable: false),
                    known_before = table.Column<string>(type: "TEXT", nullable: false),
                    moved = table.Column<string>(type: "TEXT", nullable: false),
                    undone_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    undone_by = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_merges", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "letter_recipients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    letter_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    registration_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    message_id = table.Column<Guid>(type: "TEXT", nullable: true),
                    stop_hash = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_letter_recipients", x => x.id);
                    table.ForeignKey(
                        name: "fk_letter_recipients_group_letters_letter_id",
                        column: x => x.letter_id,
                        principalTable: "group_letters",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_letter_recipients_registrations_registration_id",
                        column: x => x.registration_id,
                        principalTable: "registrations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    batch_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    workshop_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    agency_kind_id = table.Column<string>(type: "TEXT", nullable: true),
                    province_id = table.Column<string>(type: "TEXT", nullable: true),
                    seats = table.Column<int>(type: "INTEGER", nullable: false),
                    contact_name = table.Column<string>(type: "TEXT", nullable: false),
                    email = table.Column<string>(type: "TEXT", nullable: false),
                    deadline = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mail_key = table.Column<string>(type: "TEXT", nullable: true),
                    opened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answer = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    reason = table.Column<string>(type: "TEXT", nullable: false),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    kept_seats = table.Column<int>(type: "INTEGER", nullable: false),
                    kept_until = table.Column<DateTime>(type: "TEXT", nullable: true),
                    released_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reminded = table.Column<string>(type: "TEXT", nullable: false),
                    reminders = table.Column<int>(type: "INTEGER", nullable: false),
                    reminded_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    agency_name_en = table.Column<string>(type: "TEXT", nullable: false),
                    agency_name_vi = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitations_agencies_agency_id",
                        column: x => x.agency_id,
                        principalTable: "agencies",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_invitations_invitation_batches_batch_id",
                        column: x => x.batch_id,
                        principalTable: "invitation_batches",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_invitations_workshops_workshop_id",
                        column: x => x.workshop_id,
                        principalTable: "workshops",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "material_versions",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    material_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    file_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    length = table.Column<long>(type: "INTEGER", nullable: false),
                    may_ask_password = table.Column<bool>(type: "INTEGER", nullable: false),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    who = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_material_versions", x => x.id);
                    table.ForeignKey(
                        name: "fk_material_versions_materials_material_id",
                        column: x => x.material_id,
                        principalTable: "materials",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_material_versions_stored_files_file_id",
                        column: x => x.file_id,
                        principalTable: "stored_files",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "invitation_links",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "TEXT", nullable: false),
                    invitation_id = table.Column<Guid>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<string>(type: "TEXT", nullable: false),
                    created_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitation_links", x => x.id);
                    table.ForeignKey(
                        name: "fk_invitation_links_invitations_invitation_id",
                        column: x => x.invitation_id,
                        principalTable: "invitations",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_registrations_invitation_id",
                table: "registrations",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_workshop_id_person_id",
                table: "registrations",
                columns: new[] { "workshop_id", "person_id" },
                unique: true,
                filter: "duplicate_of_id is null");

            migrationBuilder.CreateIndex(
                name: "ix_persons_merged_into_id",
                table: "persons",
                column: "merged_into_id");

            migrationBuilder.CreateIndex(
                name: "ix_agenda_releases_workshop_id_number",
                table: "agenda_releases",
                columns: new[] { "workshop_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_group_letters_state_due_at",
                table: "group_letters",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_group_letters_workshop_id",
                table: "group_letters",
                column: "workshop_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_batches_workshop_id",
                table: "invitation_batches",
                column: "workshop_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_links_invitation_id",
                table: "invitation_links",
                column: "invitation_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitation_links_secret_hash",
                table: "invitation_links",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_agency_id",
                table: "invitations",
                column: "agency_id");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_batch_id_agency_id",
                table: "invitations",
                columns: new[] { "batch_id", "agency_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_invitations_email",
                table: "invitations",
                column: "email");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_mail_key",
                table: "invitations",
                column: "mail_key");

            migrationBuilder.CreateIndex(
                name: "ix_invitations_released_at_kept_until",
                table: "invitations",
                columns: new[] { "released_at", "kept_until" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_workshop_id",
                table: "invitations",
                column: "workshop_id");

            migrationBuilder.CreateIndex(
                name: "ix_kept_aparts_first_id_second_id",
                table: "kept_aparts",
                columns: new[] { "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_recipients_letter_id_registration_id",
                table: "letter_recipients",
                columns: new[] { "letter_id", "registration_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_recipients_letter_id_state",
                table: "letter_recipients",
                columns: new[] { "letter_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_letter_recipients_registration_id",
                table: "letter_recipients",
                column: "registration_id");

            migrationBuilder.CreateIndex(
                name: "ix_letter_recipients_stop_hash",
                table: "letter_recipients",
                column: "stop_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_letter_templates_programme_id",
                table: "letter_templates",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_material_versions_file_id",
                table: "material_versions",
                column: "file_id");

            migrationBuilder.CreateIndex(
                name: "ix_material_versions_material_id_number",
                table: "material_versions",
                columns: new[] { "material_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_materials_programme_id",
                table: "materials",
                column: "programme_id");

            migrationBuilder.CreateIndex(
                name: "ix_materials_workshop_id",
                table: "materials",
                column: "workshop_id");

            migrationBuilder.CreateIndex(
                name: "ix_news_refusals_address",
                table: "news_refusals",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_news_refusals_person_id",
                table: "news_refusals",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_away_id",
                table: "person_merges",
                column: "away_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_merged_at",
                table: "person_merges",
                column: "merged_at");

            migrationBuilder.CreateIndex(
                name: "ix_person_merges_standing_id",
                table: "person_merges",
                column: "standing_id");

            migrationBuilder.AddForeignKey(
                name: "fk_persons_persons_merged_into_id",
                table: "persons",
                column: "merged_into_id",
                principalTable: "persons",
                principalColumn: "id");

            migrationBuilder.AddForeignKey(
                name: "fk_registrations_invitations_invitation_id",
                table: "registrations",
                column: "invitation_id",
                principalTable: "invitations",
                principalColumn: "id",
                onDelete: ReferentialAction.SetNull);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "fk_persons_persons_merged_into_id",
                table: "persons");

            migrationBuilder.DropForeignKey(
                name: "fk_registrations_invitations_invitation_id",
                table: "registrations");

            migrationBuilder.DropTable(
                name: "agenda_releases");

            migrationBuilder.DropTable(
                name: "failed_addresses");

            migrationBuilder.DropTable(
                name: "invitation_links");

            migrationBuilder.DropTable(
                name: "kept_aparts");

            migrationBuilder.DropTable(
                name: "letter_recipients");

            migrationBuilder.DropTable(
                name: "letter_templates");

            migrationBuilder.DropTable(
                name: "material_versions");

            migrationBuilder.DropTable(
                name: "news_refusals");

            migrationBuilder.DropTable(
                name: "person_merges");

            migrationBuilder.DropTable(
                name: "invitations");

            migrationBuilder.DropTable(
                name: "group_letters");

            migrationBuilder.DropTable(
                name: "materials");

            migrationBuilder.DropTable(
                name: "invitation_batches");

            migrationBuilder.DropIndex(
                name: "ix_registrations_invitation_id",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_registrations_workshop_id_person_id",
                table: "registrations");

            migrationBuilder.DropIndex(
                name: "ix_persons_merged_into_id",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "calendar_changed_at",
                table: "workshops");

            migrationBuilder.DropColumn(
                name: "calendar_days",
                table: "workshops");

            migrationBuilder.DropColumn(
                name: "calendar_number",
                table: "workshops");

            migrationBuilder.DropColumn(
                name: "starts_on_before",
                table: "workshops");

            migrationBuilder.DropColumn(
                name: "duplicate_of_id",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "invitation_id",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "turns",
                table: "registrations");

            migrationBuilder.DropColumn(
                name: "also_known_as",
                table: "persons");

            migrationBuilder.DropColumn(
                name: "merged_into_id",
                table: "persons");

            migrationBuilder.CreateIndex(
                name: "ix_registrations_workshop_id_person_id",
                table: "registrations",
                columns: new[] { "workshop_id", "person_id" },
                unique: true);
        }
    }
}
