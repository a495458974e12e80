using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Sen.Web.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class GroupLetters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "failed_addresses",
                columns: table => new
                {
                    address = table.Column<string>(type: "text", nullable: false),
                    is_permanent = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_failed_addresses", x => x.address);
                });

            migrationBuilder.CreateTable(
                name: "group_letters",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    workshop_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sort = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    when_missing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    group = table.Column<string>(type: "text", nullable: false),
                    picked = table.Column<string>(type: "text", nullable: false),
                    timing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    send_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    days = table.Column<int>(type: "integer", nullable: false),
                    time_of_day = table.Column<TimeOnly>(type: "time without time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    pause = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    written_by = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    started_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false),
                    body_en = table.Column<string>(type: "text", nullable: false),
                    body_vi = table.Column<string>(type: "text", nullable: false),
                    subject_en = table.Column<string>(type: "text", nullable: false),
                    subject_vi = table.Column<string>(type: "text", nullable: false)
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
                name: "letter_templates",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sort = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    timing = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    days = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    body_en = table.Column<string>(type: "text", nullable: false),
                    body_vi = table.Column<string>(type: "text", nullable: false),
                    name_en = table.Column<string>(type: "text", nullable: false),
                    name_vi = table.Column<string>(type: "text", nullable: false),
                    subject_en = table.Column<string>(type: "text", nullable: false),
                    subject_vi = table.Column<string>(type: "text", nullable: false)
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
                name: "news_refusals",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    address = table.Column<string>(type: "text", nullable: false),
                    is_own = table.Column<bool>(type: "boolean", nullable: false),
                    programme_id = table.Column<Guid>(type: "uuid", nullable: true),
                    wording = table.Column<string>(type: "text", nullable: false),
                    given_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "timestamp without time zone", nullable: true)
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
                name: "letter_recipients",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    letter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    registration_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    message_id = table.Column<Guid>(type: "uuid", nullable: true),
                    stop_hash = table.Column<string>(type: "text", nullable: true)
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

            migrationBuilder.CreateIndex(
                name: "ix_group_letters_state_due_at",
                table: "group_letters",
                columns: new[] { "state", "due_at" });

            migrationBuilder.CreateIndex(
                name: "ix_group_letters_workshop_id",
                table: "group_letters",
                column: "workshop_id");

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
                name: "ix_news_refusals_address",
                table: "news_refusals",
                column: "address");

            migrationBuilder.CreateIndex(
                name: "ix_news_refusals_person_id",
                table: "news_refusals",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "failed_addresses");

            migrationBuilder.DropTable(
                name: "letter_recipients");

            migrationBuilder.DropTable(
                name: "letter_templates");

            migrationBuilder.DropTable(
                name: "news_refusals");

            migrationBuilder.DropTable(
                name: "group_letters");
        }
    }
}
